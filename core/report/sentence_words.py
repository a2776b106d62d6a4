"""Sentences of a report, in the languages of the program."""

from __future__ import annotations

from collections.abc import Mapping

from core.verdict_text import BASELINES

ENGLISH: Mapping[str, str] = {
    # how it was held out
    "by hold_out": "Judged on {samples} samples held out at random, {percent} of each class.",
    "by folds": "Each of {samples} samples was held out once, in {folds} folds with the same share "
    "of each class.",
    "by leave_one_out": "Each of {samples} samples was held out once, by itself.",
    "by groups": "Each of {samples} samples was held out once, in {folds} folds that split no "
    "group.",
    "by leave_one_group_out": "Each of {samples} samples was held out once, together with its "
    "whole group, one of {units}.",
    "by blocks": "Each of {samples} samples was held out once, in {folds} folds of spatial blocks "
    "of {size}.",
    "by second_file": "Judged on {samples} samples of a second file, none of which the network "
    "learned from.",
    "by test images": "Judged on {samples} images of the test part that the source keeps; the "
    "network learned from none of them.",
    "by validation": "Judged on {samples} samples of the validation part.",
    "buffered": "No training sample lies within {buffer} of a held-out one; that left out "
    "{buffered} samples a fold.",
    "intervals": "The intervals of {level} were found by drawing the {units} {resampled} anew, "
    "{resamples} times (bootstrap).",
    "of samples": "samples",
    "of groups": "groups",
    "of blocks": "blocks",
    # what came out
    "accuracy with both": "Balanced accuracy is {value} (interval of {level}: {low} to {high}); "
    "chance would give {chance}, and the training samples give {training}.",
    "accuracy with interval": "Balanced accuracy is {value} (interval of {level}: {low} to "
    "{high}); chance would give {chance}.",
    "accuracy with training": "Balanced accuracy is {value}, without an interval, since no "
    "resample differs; chance would give {chance}, and the training samples give {training}.",
    "accuracy alone": "Balanced accuracy is {value}, without an interval, since no resample "
    "differs; chance would give {chance}.",
    "no accuracy": "No figure could be found from them.",
    "right": "{correct} of {samples} held-out samples were classified right.",
    "learned right": "Of the training samples, {correct} of {samples} were classified right: that "
    "is no measure of what the network is worth on new ones.",
    # what speaks against it
    "chose": "These samples also chose which weights were kept, so the figures flatter the "
    "network; folds, blocks or a second file would not.",
    "no better than chance": "That is not clearly better than chance.",
    "few samples": "The interval is wide: {units} samples are few.",
    "few groups": "The interval is wide: {units} groups are few.",
    "few blocks": "The interval is wide: {units} blocks are few.",
    "memory": "The network knows its training samples far better than new ones.",
    # other methods
    "method better": "{method} is better here: macro-F1 {theirs} against {ours}.",
    "method unclear": "No method is clearly better than the network, but one that is not clearly "
    "worse is simpler: {method}, macro-F1 {theirs} against {ours}.",
    "network better": "The network is better here than every other method. The best of these is "
    "{method}: macro-F1 {theirs} against {ours}.",
    # learning curve
    "rising": "More samples would probably help: from {few} to {samples} samples macro-F1 rose "
    "from {low} to {high}, more than chance explains.",
    "flat": "More samples of the same kind would hardly help: from {few} to {samples} samples "
    "macro-F1 went from {low} to {high}.",
    "unclear": "Whether more samples would help cannot be told: from {few} to {samples} samples "
    "macro-F1 went from {low} to {high}, a change that chance could make.",
    "too few points": "Too few points to tell whether more samples would help.",
    # what is not known
    "sets unchecked": "Prediction sets are made to hold the true class {level} of the time; no "
    "sample was left to check that.",
    "sets": "Prediction sets hold the known class of {coverage} of the held-out samples ({low} to "
    "{high}; asked for: {level}), with {size} classes in the mean.",
    "sets fail": "That is not what was asked for: do not rely on them.",
    "unknown": "{marked} of {rows} rows ({share}) are unlike all training samples and count as "
    "unknown; of held-out samples it would be {held_out}.",
    "second file unlike": "The second file is unlike the first one as a whole: their energy "
    "distance is {distance}, that of parts of the first one {threshold} at most, so that all its "
    "rows would be unknown.",
    # why
    "no gradient": "Steps pass no gradient, so nothing can be attributed to the elements.",
    # what is missing
    "table gone": "The data cannot be read any more ({name}), so nothing is said of its values.",
    "table changed": "The data in {name} are no longer those that the network learned from, so "
    "nothing is said of their values.",
    "other table": "Found on another state of the table than the network learned from.",
    "map failed": "The maps could not be drawn.",
    "repeat it": "With the data and the job file in the appendix, the same version of the program "
    "on the same kind of machine gives the same result:",
    "versions of": "Versions of the programs that wrote this report:",
    "trained by": "Versions of the programs that trained the network:",
    "trained and written by": "Versions of the programs that trained the network and "
    "wrote this report:",
    # why training ended
    "ended goal": "error goal met",
    "ended epochs": "epoch limit reached",
    "ended validation": "validation loss stopped improving; the best weights were kept",
    "ended time": "time limit reached",
    "ended stopped": "stopped by hand",
    "ended diverged": "diverged",
    "ended failed": "failed",
    "networks met": "{met} of {members} networks met the error goal",
    # methods
    **BASELINES,
    # signs
    "list": ", ",
    "besides": "; ",
    "interval": "{value} ({low} to {high})",
}
CHINESE: Mapping[str, str] = {
    "by hold_out": "用随机留出的 {samples} 个样品评价，各类别留出 {percent}。",
    "by folds": "{samples} 个样品各留出一次，分 {folds} 折，各折中类别比例相同。",
    "by leave_one_out": "{samples} 个样品逐个单独留出。",
    "by groups": "{samples} 个样品各留出一次，分 {folds} 折，同一分组不拆开。",
    "by leave_one_group_out": "{samples} 个样品各留出一次，每次留出一整个分组，共 {units} 组。",
    "by blocks": "{samples} 个样品各留出一次，按边长 {size} 的空间块分为 {folds} 折。",
    "by second_file": "用第二个文件的 {samples} 个样品评价，网络没有学习过其中任何一个。",
    "by test images": "用数据源自带测试集的 {samples} 幅图像评价，网络没有学习过其中任何一幅。",
    "by validation": "用 {samples} 个验证样品评价。",
    "buffered": "留出样品周围 {buffer} 以内没有训练样品，为此每折平均舍去 {buffered} 个样品。",
    "intervals": "{level} 置信区间由自助法得到：对 {units} 个{resampled}重抽样 {resamples} 次。",
    "of samples": "样品",
    "of groups": "分组",
    "of blocks": "空间块",
    "accuracy with both": "平衡准确率为 {value}（{level} 置信区间 {low} 至 {high}）；随机水平为 "
    "{chance}，训练样品为 {training}。",
    "accuracy with interval": "平衡准确率为 {value}（{level} 置信区间 {low} 至 {high}）；"
    "随机水平为 {chance}。",
    "accuracy with training": "平衡准确率为 {value}，没有置信区间，因为各次重抽样的结果都相同；"
    "随机水平为 {chance}，训练样品为 {training}。",
    "accuracy alone": "平衡准确率为 {value}，没有置信区间，因为各次重抽样的结果都相同；"
    "随机水平为 {chance}。",
    "no accuracy": "由此得不出任何指标。",
    "right": "{samples} 个留出样品中，{correct} 个判别正确。",
    "learned right": "{samples} 个训练样品中，{correct} 个判别正确；这不能说明网络对新样品的效果。",
    "chose": "保留哪一轮的权值也由这些样品决定，因此指标偏高；"
    "交叉验证、空间块或第二个文件不会这样。",
    "no better than chance": "这并不明显优于随机水平。",
    "few samples": "置信区间很宽：只有 {units} 个样品。",
    "few groups": "置信区间很宽：只有 {units} 个分组。",
    "few blocks": "置信区间很宽：只有 {units} 个空间块。",
    "memory": "网络对训练样品的判别远好于对新样品的判别。",
    "method better": "本例中{method}更好：宏平均F1为 {theirs}，本网络为 {ours}。",
    "method unclear": "没有方法明显优于本网络，但有一种更简单的方法并不明显更差：{method}，"
    "宏平均F1为 {theirs}，本网络为 {ours}。",
    "network better": "本例中网络优于其他所有方法。其中最好的是{method}：宏平均F1为 {theirs}，"
    "本网络为 {ours}。",
    "rising": "增加样品很可能有用：样品由 {few} 个增至 {samples} 个，宏平均F1由 {low} 升至 {high}，"
    "超出随机波动。",
    "flat": "再增加同类样品作用不大：样品由 {few} 个增至 {samples} 个，宏平均F1由 {low} 变为 "
    "{high}。",
    "unclear": "无法判断增加样品是否有用：样品由 {few} 个增至 {samples} 个，宏平均F1由 {low} 变为 "
    "{high}，这一变化可能只是随机波动。",
    "too few points": "点数太少，无法判断增加样品是否有用。",
    "sets unchecked": "预测集应以 {level} 的频率包含真实类别；没有剩余样品可供检验。",
    "sets": "预测集包含 {coverage} 的留出样品的已知类别（{low} 至 {high}；要求 {level}），平均含 "
    "{size} 个类别。",
    "sets fail": "未达到要求，请勿依赖。",
    "unknown": "{rows} 行中有 {marked} 行（{share}）与所有训练样品都不相似，计为未知；"
    "在留出样品中为 {held_out}。",
    "second file unlike": "第二个文件整体上与第一个不相似：二者的能量距离为 {distance}，而第一个"
    "文件各部分之间至多为 {threshold}，因此其所有行都应计为未知。",
    "no gradient": "阶跃函数没有梯度，无法把结果归因到各元素。",
    "table gone": "数据（{name}）已无法读取，因此不列出其数值统计。",
    "table changed": "{name} 中的数据已不是网络学习时的数据，因此不列出其数值统计。",
    "other table": "求异常下限所用的数据表与网络学习时的不同。",
    "map failed": "图件无法绘制。",
    "repeat it": "用原数据和附录中的作业文件，在同类机器上用同一版本的程序可得到相同结果：",
    "versions of": "生成本报告的程序版本：",
    "trained by": "训练网络的程序版本：",
    "trained and written by": "训练网络并生成本报告的程序版本：",
    "ended goal": "达到误差目标",
    "ended epochs": "到达轮数上限",
    "ended validation": "验证误差不再下降，保留了最好的权值",
    "ended time": "到达时间上限",
    "ended stopped": "人工停止",
    "ended diverged": "发散",
    "ended failed": "失败",
    "networks met": "{members} 个网络中有 {met} 个达到误差目标",
    "network": "本网络",
    "majority": "多数类",
    "nearest": "最近邻",
    "logistic": "逻辑回归",
    "forest": "随机森林",
    "boosting": "梯度提升",
    "mlp": "scikit-learn 多层感知器",
    "list": "、",
    "besides": "；",
    "interval": "{value}（{low} 至 {high}）",
}
