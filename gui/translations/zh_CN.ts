<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Appearance</source>
        <translation>外观(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>继续(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation>保存工程(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>About Anomalyst</source>
        <translation>关于 Anomalyst</translation>
    </message>
    <message>
        <source>About this page</source>
        <translation>本页说明</translation>
    </message>
    <message>
        <source>Anomalyst classifies mineral anomaly data with BP networks and shows the classes as a map.</source>
        <translation>Anomalyst 用 BP 网络对矿产异常数据进行分类，并以分类图显示结果。</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>查找命令…</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>分类图</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>Open the copper survey</source>
        <translation>打开铜矿测区</translation>
    </message>
    <message>
        <source>Open the folder of the logs</source>
        <translation>打开日志文件夹</translation>
    </message>
    <message>
        <source>Open the gold deposits</source>
        <translation>打开金矿床示例</translation>
    </message>
    <message>
        <source>Perceptron</source>
        <translation>感知器</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>预处理</translation>
    </message>
    <message>
        <source>Projects (*{suffix})</source>
        <translation>工程 (*{suffix})</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行记录</translation>
    </message>
    <message>
        <source>Save project</source>
        <translation>保存工程</translation>
    </message>
    <message>
        <source>Save project &amp;as…</source>
        <translation>工程另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>There is nothing to save yet: open a table first.</source>
        <translation>还没有可保存的内容，请先打开数据表。</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
</context>
<context>
    <name>ActivationsView</name>
    <message>
        <source>Activations of row {row}.</source>
        <translation>第 {row} 行样品的各层输出。</translation>
    </message>
    <message>
        <source>Highest output: {name}, {value}.</source>
        <translation>最大输出：{name}，{value}。</translation>
    </message>
    <message>
        <source>Its class is not known.</source>
        <translation>类别未知。</translation>
    </message>
    <message>
        <source>Known class: {name}.</source>
        <translation>已知类别：{name}。</translation>
    </message>
    <message>
        <source>Open the table of this run to see what the network makes of a sample.</source>
        <translation>打开该运行所用的数据表，即可查看网络对某个样品的计算过程。</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Row of the table</source>
        <translation>数据表的行号</translation>
    </message>
    <message>
        <source>The open table lacks features of this run; open the table it read.</source>
        <translation>当前数据表缺少该运行所用的特征；请打开该运行所用的数据表。</translation>
    </message>
    <message>
        <source>prepared</source>
        <translation>预处理后</translation>
    </message>
    <message>
        <source>{name}: {measured}, prepared {value}</source>
        <translation>{name}：{measured}，预处理后 {value}</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss the message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>查找命令…</translation>
    </message>
</context>
<context>
    <name>ConfusionTable</name>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>{n} of {known} classified as {predicted}</source>
        <translation>{known} 中有 {n} 个判为 {predicted}</translation>
    </message>
</context>
<context>
    <name>CurveHeader</name>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>全图</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>Scale of the epochs</source>
        <translation>轮数轴的刻度</translation>
    </message>
    <message>
        <source>Scale of the loss</source>
        <translation>误差轴的刻度</translation>
    </message>
    <message>
        <source>Show the whole curve and follow it while it grows.</source>
        <translation>显示整条曲线，并随训练继续延伸。</translation>
    </message>
</context>
<context>
    <name>CurveReadout</name>
    <message>
        <source>Best: member {n}</source>
        <translation>最优：成员 {n}</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>训练轮数</translation>
    </message>
    <message>
        <source>Error goal</source>
        <translation>误差目标</translation>
    </message>
    <message>
        <source>Median, 10–90 %</source>
        <translation>中位数，10–90 %</translation>
    </message>
    <message>
        <source>Member {n}</source>
        <translation>成员 {n}</translation>
    </message>
    <message>
        <source>The strong line is the median of the members; the band leaves out the lowest and the highest tenth.</source>
        <translation>粗线为各成员的中位数；色带不含误差最低和最高的各十分之一成员。</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练样品</translation>
    </message>
    <message>
        <source>Training loss, and validation loss (dashed).</source>
        <translation>训练误差和验证误差（虚线）。</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证样品</translation>
    </message>
    <message>
        <source>Worst: member {n}</source>
        <translation>最差：成员 {n}</translation>
    </message>
</context>
<context>
    <name>CurveView</name>
    <message>
        <source>Cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>训练轮数</translation>
    </message>
    <message>
        <source>Loss curve: arrow keys pan, plus and minus zoom, Home fits</source>
        <translation>误差曲线：方向键平移，加减键缩放，Home 键恢复全图</translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <source>Press Train to see the loss fall.</source>
        <translation>按“训练”，看误差下降。</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Colour by</source>
        <translation>着色依据</translation>
    </message>
    <message>
        <source>Column roles</source>
        <translation>各列用途</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Proposed from names and values. Click a role to change it.</source>
        <translation>由程序根据列名和数值推断，单击可更改。</translation>
    </message>
    <message>
        <source>Rows of the table</source>
        <translation>数据行</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>row {row}: {name} = {value}</source>
        <translation>第 {row} 行：{name} = {value}</translation>
    </message>
    <message>
        <source>synthetic data, generated by this program</source>
        <translation>合成数据，由本程序生成</translation>
    </message>
    <message>
        <source>unknown, or EPSG:4509</source>
        <translation>未知，或 EPSG:4509</translation>
    </message>
    <message>
        <source>{features} features, {classes} classes</source>
        <translation>{features} 个特征，{classes} 个类别</translation>
    </message>
    <message>
        <source>{rows} rows, {columns} columns</source>
        <translation>{rows} 行，{columns} 列</translation>
    </message>
</context>
<context>
    <name>DecisionView</name>
    <message>
        <source>Click a point to change its target.</source>
        <translation>单击样品点可改变其期望输出。</translation>
    </message>
    <message>
        <source>Samples and decision line</source>
        <translation>样品与分界线</translation>
    </message>
    <message>
        <source>its output was wrong</source>
        <translation>输出有误</translation>
    </message>
    <message>
        <source>line before the step</source>
        <translation>此前的分界线</translation>
    </message>
    <message>
        <source>output {number}</source>
        <translation>输出 {number}</translation>
    </message>
    <message>
        <source>sample presented</source>
        <translation>当前样品</translation>
    </message>
    <message>
        <source>target 0</source>
        <translation>期望输出 0</translation>
    </message>
    <message>
        <source>target 1</source>
        <translation>期望输出 1</translation>
    </message>
</context>
<context>
    <name>Declared</name>
    <message>
        <source>Write a number above {low}, up to {high}.</source>
        <translation>请输入大于 {low}、不大于 {high} 的数。</translation>
    </message>
    <message>
        <source>Write a number above {low}.</source>
        <translation>请输入大于 {low} 的数。</translation>
    </message>
    <message>
        <source>Write a number from {low} to {high}.</source>
        <translation>请输入 {low} 到 {high} 之间的数。</translation>
    </message>
    <message>
        <source>Write a number of {low} or more.</source>
        <translation>请输入不小于 {low} 的数。</translation>
    </message>
    <message>
        <source>Write a number up to {high}.</source>
        <translation>请输入不大于 {high} 的数。</translation>
    </message>
    <message>
        <source>Write a number, for example 0.1 or 1e-5.</source>
        <translation>请输入数字，例如 0.1 或 1e-5。</translation>
    </message>
    <message>
        <source>Write a whole number, for example 1,000.</source>
        <translation>请输入整数，例如 1,000。</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
</context>
<context>
    <name>ErrorCurve</name>
    <message>
        <source>Epoch</source>
        <translation>训练轮数</translation>
    </message>
    <message>
        <source>Wrong outputs in each epoch</source>
        <translation>每轮的错误输出数</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Copied. Paste it into a terminal to repeat this run.</source>
        <translation>已复制。粘贴到终端即可重复本次运行。</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>已保存为 {name}。</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
</context>
<context>
    <name>FrameFoot</name>
    <message>
        <source>Drag to see an earlier epoch; at the end it follows.</source>
        <translation>拖动可查看以前各轮；拖到末端则随训练更新。</translation>
    </message>
    <message>
        <source>Epoch on show</source>
        <translation>所示轮次</translation>
    </message>
    <message>
        <source>Epoch {epoch}</source>
        <translation>第 {epoch} 轮</translation>
    </message>
    <message>
        <source>Member {n}</source>
        <translation>成员 {n}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
</context>
<context>
    <name>Furniture</name>
    <message>
        <source>Copper survey (synthetic)</source>
        <translation>铜矿测区（合成数据）</translation>
    </message>
    <message>
        <source>Gold deposits (synthetic)</source>
        <translation>金矿床（合成数据）</translation>
    </message>
    <message>
        <source>Not saved as a project</source>
        <translation>未保存为工程</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>正在读取 {name}…</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Something went wrong inside the program.</source>
        <translation>程序内部出错。</translation>
    </message>
    <message>
        <source>Starting the run…</source>
        <translation>正在启动运行…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Tables and projects (*.csv *.txt *.tsv *.anomalyst);;All files (*)</source>
        <translation>数据表和工程 (*.csv *.txt *.tsv *.anomalyst);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>at most {time} left</source>
        <translation>最多还需 {time}</translation>
    </message>
    <message>
        <source>epoch {epoch} of {epochs}</source>
        <translation>第 {epoch} 轮，共 {epochs} 轮</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>error {loss}</source>
        <translation>误差 {loss}</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>InsidePanel</name>
    <message>
        <source>Activations</source>
        <translation>激活值</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>最近一步</translation>
    </message>
    <message>
        <source>No weights of this run are kept yet. Very large networks and runs of earlier versions have none.</source>
        <translation>该运行尚未保留权值。很大的网络以及早期版本的运行没有权值记录。</translation>
    </message>
    <message>
        <source>Press Train to look inside the network while it learns.</source>
        <translation>点击“训练”，即可在学习过程中查看网络内部。</translation>
    </message>
    <message>
        <source>Step sizes</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>The weights of the first {kept} members are kept; those of member {n} are not.</source>
        <translation>只保留了前 {kept} 个成员的权值，没有成员 {n} 的权值。</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权值</translation>
    </message>
</context>
<context>
    <name>JudgePage</name>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Every row has a known class: there is nothing else to classify.</source>
        <translation>每一行的类别都已知，没有其他样品需要分类。</translation>
    </message>
    <message>
        <source>Export predictions…</source>
        <translation>导出预测结果…</translation>
    </message>
    <message>
        <source>Export training results…</source>
        <translation>导出训练结果…</translation>
    </message>
    <message>
        <source>Go to Runs</source>
        <translation>转到运行记录</translation>
    </message>
    <message>
        <source>Go to Train</source>
        <translation>转到训练</translation>
    </message>
    <message>
        <source>Held-out samples</source>
        <translation>留出样品</translation>
    </message>
    <message>
        <source>How to read the tables</source>
        <translation>表的读法</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>Known classes down, predicted ones across.</source>
        <translation>行为已知类别，列为预测类别。</translation>
    </message>
    <message>
        <source>No result yet: train a network, or open a finished run on the Runs page.</source>
        <translation>还没有结果：请训练网络，或在“运行记录”页打开已完成的运行。</translation>
    </message>
    <message>
        <source>No row has a known class.</source>
        <translation>没有一行的类别是已知的。</translation>
    </message>
    <message>
        <source>No sample was held out.</source>
        <translation>没有留出样品。</translation>
    </message>
    <message>
        <source>Output values and probabilities are means over the members. Agreement is the share of the members that name the class.</source>
        <translation>输出值和概率是各成员的平均值。一致度是判为该类别的成员所占的比例。</translation>
    </message>
    <message>
        <source>Output values are those of the network, one for each class, high for the class it stands for. Probabilities are made from them so that they sum to 1; they are not calibrated.</source>
        <translation>输出值是网络各输出的原始数值，每个类别一个，属于该类别时数值高。概率由输出值换算而来，总和为 1，未经校准。</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>预测结果</translation>
    </message>
    <message>
        <source>Probabilities sum to 1; they are not calibrated.</source>
        <translation>概率总和为 1，未经校准。</translation>
    </message>
    <message>
        <source>See the map</source>
        <translation>查看分类图</translation>
    </message>
    <message>
        <source>The output value is that of the one ordered output: the classes lie evenly spaced over its range. Probability is shared by the two classes that it lies between; it is not calibrated.</source>
        <translation>输出值是单个有序输出的数值，各类别在其值域内等间隔排列。概率由它两侧的两个类别分得，未经校准。</translation>
    </message>
    <message>
        <source>Training results</source>
        <translation>训练结果</translation>
    </message>
    <message>
        <source>Training samples</source>
        <translation>训练样品</translation>
    </message>
    <message>
        <source>{right} of {rows} right, trained on or held out</source>
        <translation>{rows} 个中 {right} 个正确（含训练样品与留出样品）</translation>
    </message>
    <message>
        <source>{rows} rows without a known class</source>
        <translation>类别未知的 {rows} 行</translation>
    </message>
</context>
<context>
    <name>LayersEditor</name>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Activation of {layer}</source>
        <translation>{layer}的激活函数</translation>
    </message>
    <message>
        <source>Add a hidden layer</source>
        <translation>增加隐层</translation>
    </message>
    <message>
        <source>Hidden {n}</source>
        <translation>第 {n} 隐层</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>各层</translation>
    </message>
    <message>
        <source>More weights than the {samples} labelled samples: the training error alone proves little. Watch the held-out samples.</source>
        <translation>权值比 {samples} 个已知类别的样品还多：单凭训练误差说明不了什么，请看留出样品。</translation>
    </message>
    <message>
        <source>Nothing is learned through a step: its derivative is 0 everywhere.</source>
        <translation>阶跃函数的导数处处为 0，误差传不回去，学不到任何东西。</translation>
    </message>
    <message>
        <source>One output for all classes</source>
        <translation>所有类别共用一个输出</translation>
    </message>
    <message>
        <source>One output for each class</source>
        <translation>每个类别对应一个输出</translation>
    </message>
    <message>
        <source>One output puts the classes in an order, as if class 2 lay between 1 and 3. Deposit types have none: one-hot or softmax suits them better.</source>
        <translation>单个输出给类别排了顺序，仿佛第 2 类介于第 1 类与第 3 类之间。矿床类型没有这种顺序：独热编码或 softmax 更合适。</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出层</translation>
    </message>
    <message>
        <source>Remove {layer}</source>
        <translation>删除{layer}</translation>
    </message>
    <message>
        <source>The first layer must be {inputs}, one for each feature, and the last {outputs}, as the classes are coded.</source>
        <translation>第一层应为 {inputs}（每个特征一个），最后一层应为 {outputs}（由类别编码决定）。</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>Units of {layer}</source>
        <translation>{layer}的神经元数</translation>
    </message>
    <message>
        <source>{layers}: {number} weights and biases</source>
        <translation>{layers}：共 {number} 个权值和偏置</translation>
    </message>
</context>
<context>
    <name>LiveMap</name>
    <message>
        <source>, agreement {share}</source>
        <translation>，一致度 {share}</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>一致度</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Class map</source>
        <translation>分类图</translation>
    </message>
    <message>
        <source>Share of the members that vote for the class shown.</source>
        <translation>对所示类别投票的成员所占比例。</translation>
    </message>
    <message>
        <source>The members have not voted yet.</source>
        <translation>各成员尚未表决。</translation>
    </message>
    <message>
        <source>What the map shows</source>
        <translation>图上显示</translation>
    </message>
    <message>
        <source>{name}, probability {p}</source>
        <translation>{name}，概率 {p}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>A run is in training.</source>
        <translation>有一个运行正在训练。</translation>
    </message>
    <message>
        <source>Close, resume later</source>
        <translation>关闭，以后继续</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Its checkpoint is kept: it can be resumed from the Runs page.</source>
        <translation>检查点会保留，可在“运行记录”页继续。</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>Keep training</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>分类图</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>预处理</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行记录</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>, agreement {share}</source>
        <translation>，一致度 {share}</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>一致度</translation>
    </message>
    <message>
        <source>Agreement of the members</source>
        <translation>各成员的一致度</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Classified table</source>
        <translation>分类结果表</translation>
    </message>
    <message>
        <source>Classify another table…</source>
        <translation>对另一张表分类…</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Go to Data</source>
        <translation>转到数据</translation>
    </message>
    <message>
        <source>Go to Judge</source>
        <translation>转到评价</translation>
    </message>
    <message>
        <source>Job file</source>
        <translation>作业文件</translation>
    </message>
    <message>
        <source>Job file…</source>
        <translation>作业文件…</translation>
    </message>
    <message>
        <source>Judgement</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>Known class</source>
        <translation>已知类别</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>分类图</translation>
    </message>
    <message>
        <source>Map as PNG…</source>
        <translation>分类图 PNG…</translation>
    </message>
    <message>
        <source>No result yet: train a network, or open a finished run on the Runs page.</source>
        <translation>还没有结果：请训练网络，或在“运行记录”页打开已完成的运行。</translation>
    </message>
    <message>
        <source>Output value</source>
        <translation>输出值</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>预测结果</translation>
    </message>
    <message>
        <source>Predictions as CSV…</source>
        <translation>预测结果 CSV…</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Probability of the class shown</source>
        <translation>所示类别的概率</translation>
    </message>
    <message>
        <source>Probability: {name}</source>
        <translation>概率：{name}</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>Sample by sample</source>
        <translation>逐个样品查看</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Table to classify</source>
        <translation>待分类的数据表</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.tsv);;All files (*)</source>
        <translation>数据表 (*.csv *.txt *.tsv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>The confusion matrix and the two tables, on the Judge page</source>
        <translation>“评价”页上的混淆矩阵和两张结果表</translation>
    </message>
    <message>
        <source>There is no map: the table has no coordinates.</source>
        <translation>没有分类图：数据表没有坐标。</translation>
    </message>
    <message>
        <source>There is no map: the table has no coordinates. If it has, choose coordinate X and Y on the Data page. The result stands in two tables on the Judge page.</source>
        <translation>没有分类图：数据表没有坐标。如果其实有坐标，请在“数据”页指定 X、Y 坐标列。结果以两张表列在“评价”页。</translation>
    </message>
    <message>
        <source>Training deposits</source>
        <translation>已知矿床</translation>
    </message>
    <message>
        <source>Use the model</source>
        <translation>使用模型</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>row {row}: {name}, probability {p}</source>
        <translation>第 {row} 行：{name}，概率 {p}</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>{dpi} dpi</source>
        <translation>{dpi} dpi</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Fit</source>
        <translation>全图</translation>
    </message>
    <message>
        <source>Map: arrow keys pan, plus and minus zoom, Home fits</source>
        <translation>图：方向键平移，加减键缩放，Home 键恢复全图</translation>
    </message>
    <message>
        <source>No coordinates: choose Coordinate X and Y on the Data page to see a map.</source>
        <translation>没有坐标：请在“数据”页选择 X 坐标和 Y 坐标，才能成图。</translation>
    </message>
    <message>
        <source>Show the whole survey.</source>
        <translation>显示整个测区。</translation>
    </message>
</context>
<context>
    <name>MembersModel</name>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>训练轮数</translation>
    </message>
    <message>
        <source>Goal met</source>
        <translation>已达目标</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习中</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>训练误差</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>验证误差</translation>
    </message>
    <message>
        <source>{n}  best</source>
        <translation>{n}  最优</translation>
    </message>
    <message>
        <source>{n}  worst</source>
        <translation>{n}  最差</translation>
    </message>
</context>
<context>
    <name>MembersView</name>
    <message>
        <source>Highlight none</source>
        <translation>取消突出显示</translation>
    </message>
    <message>
        <source>Members, the best one first</source>
        <translation>各成员，最优者在前</translation>
    </message>
    <message>
        <source>Show all members alike (Esc).</source>
        <translation>所有成员同样显示（Esc）。</translation>
    </message>
    <message>
        <source>{n} ended</source>
        <translation>{n} 个已结束</translation>
    </message>
    <message>
        <source>{n} learning</source>
        <translation>{n} 个学习中</translation>
    </message>
    <message>
        <source>{n} members</source>
        <translation>{n} 个成员</translation>
    </message>
    <message>
        <source>{n} met the goal</source>
        <translation>{n} 个已达目标</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>A multilayer perceptron: every unit is joined to every unit of the next layer.</source>
        <translation>多层感知器：相邻两层的神经元两两相连。</translation>
    </message>
    <message>
        <source>BP network</source>
        <translation>BP 网络</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>各层</translation>
    </message>
    <message>
        <source>class as a number</source>
        <translation>类别编号</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Saved as {name}.</source>
        <translation>已保存为 {name}。</translation>
    </message>
    <message>
        <source>Take mine back</source>
        <translation>恢复我的设置</translation>
    </message>
    <message>
        <source>The settings are now those of this run.</source>
        <translation>当前设置已换成该运行的设置。</translation>
    </message>
    <message>
        <source>The table has changed since the project was saved; earlier runs keep their own results.</source>
        <translation>数据表在保存工程之后有改动；以前各次运行的结果不变。</translation>
    </message>
    <message>
        <source>The table no longer has the features {columns}.</source>
        <translation>数据表中已没有以下特征：{columns}。</translation>
    </message>
</context>
<context>
    <name>PerceptronPage</name>
    <message>
        <source>Begin again with the first weights.</source>
        <translation>从初始权值重新开始。</translation>
    </message>
    <message>
        <source>Epoch {epoch}, sample ({inputs}): w·x + b = {net}, so the output is {output}, as it should be. Nothing changes.</source>
        <translation>第 {epoch} 轮，样品（{inputs}）：w·x + b = {net}，输出为 {output}，与期望一致，权值不变。</translation>
    </message>
    <message>
        <source>Epoch {epoch}, sample ({inputs}): w·x + b = {net}, so the output is {output}, but the target is {target}. The weights move by η(t − o)x: {changes}.</source>
        <translation>第 {epoch} 轮，样品（{inputs}）：w·x + b = {net}，输出为 {output}，而期望输出为 {target}。权值按 η(t − o)x 改变：{changes}。</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>快</translation>
    </message>
    <message>
        <source>It is learned: nothing changes any more.</source>
        <translation>已学会，权值不再改变。</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>One unit</source>
        <translation>单个神经元</translation>
    </message>
    <message>
        <source>One unit with a step output: it answers 1 where w·x + b is 0 or more. It is shown one sample after the other, and each wrong answer moves its weights by η(t − o)x. Press Run or Step.</source>
        <translation>一个阶跃输出的神经元：w·x + b 大于或等于 0 时输出 1，否则输出 0。样品逐个输入，每次输出有误，权值就改变 η(t − o)x。请按“运行”或“单步”。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Perceptron</source>
        <translation>感知器</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Right arrow key</source>
        <translation>右方向键</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>慢</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格键</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>Truth table</source>
        <translation>真值表</translation>
    </message>
</context>
<context>
    <name>PreparePage</name>
    <message>
        <source>All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>As measured</source>
        <translation>原始含量</translation>
    </message>
    <message>
        <source>As the network sees it</source>
        <translation>网络读到的数值</translation>
    </message>
    <message>
        <source>Below limit</source>
        <translation>低于检出限</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>None</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation>预处理</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>预处理</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Statistics of the features</source>
        <translation>特征统计</translation>
    </message>
</context>
<context>
    <name>Road</name>
    <message>
        <source>A run is in training.</source>
        <translation>有一个运行正在训练。</translation>
    </message>
    <message>
        <source>Every run that was started, newest first</source>
        <translation>所有训练过的运行，最新的在最上面</translation>
    </message>
    <message>
        <source>Everything is ready to train.</source>
        <translation>可以开始训练。</translation>
    </message>
    <message>
        <source>Open a table first.</source>
        <translation>请先打开数据表。</translation>
    </message>
    <message>
        <source>The class map of the run on show</source>
        <translation>当前运行的分类图</translation>
    </message>
    <message>
        <source>The map is complete when a run has ended.</source>
        <translation>运行结束后才有完整的分类图。</translation>
    </message>
    <message>
        <source>The run has ended.</source>
        <translation>运行已结束。</translation>
    </message>
    <message>
        <source>The table has no coordinates, so there is no map; see the Judge page.</source>
        <translation>数据表没有坐标，因此没有分类图；请看“评价”页。</translation>
    </message>
    <message>
        <source>There is something to judge when a run has ended.</source>
        <translation>运行结束后才有结果可供评价。</translation>
    </message>
    <message>
        <source>What the run on show is worth, and its tables</source>
        <translation>当前运行的评价和结果表</translation>
    </message>
    <message>
        <source>{rows} rows, {features} features, {classes} classes</source>
        <translation>{rows} 行，{features} 个特征，{classes} 个类别</translation>
    </message>
</context>
<context>
    <name>RolesModel</name>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Coordinate X</source>
        <translation>X 坐标</translation>
    </message>
    <message>
        <source>Coordinate Y</source>
        <translation>Y 坐标</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标列</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>{n} &lt; limit</source>
        <translation>&lt;检出限 {n}</translation>
    </message>
    <message>
        <source>{n} different</source>
        <translation>{n} 种取值</translation>
    </message>
    <message>
        <source>{n} missing</source>
        <translation>缺失 {n}</translation>
    </message>
</context>
<context>
    <name>RolesTable</name>
    <message>
        <source>Roles of the columns</source>
        <translation>各列用途</translation>
    </message>
</context>
<context>
    <name>Running</name>
    <message>
        <source>A run is in training; stop it before resuming another.</source>
        <translation>有一个运行正在训练；请先停止，再继续另一个。</translation>
    </message>
    <message>
        <source>A run is in training; stop it before starting another.</source>
        <translation>有一个运行正在训练；请先停止，再开始另一个。</translation>
    </message>
    <message>
        <source>A run needs a name; the old one is kept.</source>
        <translation>运行名称不能为空；已保留原名称。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>See the map</source>
        <translation>查看分类图</translation>
    </message>
    <message>
        <source>See the tables</source>
        <translation>查看结果表</translation>
    </message>
    <message>
        <source>Stopped before the training began; the Runs page can resume it.</source>
        <translation>训练开始前已停止；可在“运行记录”页继续。</translation>
    </message>
    <message>
        <source>The run cannot be renamed: {reason}.</source>
        <translation>无法重命名该运行：{reason}。</translation>
    </message>
    <message>
        <source>The run folder cannot be written: {reason}.</source>
        <translation>运行文件夹无法写入：{reason}。</translation>
    </message>
    <message>
        <source>The worker of “{name}” ended unexpectedly; nothing recorded was lost.</source>
        <translation>“{name}”的训练进程意外结束；已记录的内容没有丢失。</translation>
    </message>
    <message>
        <source>This run is in training; stop it first.</source>
        <translation>该运行正在训练，请先停止。</translation>
    </message>
    <message>
        <source>“{name}” could not be moved to the bin.</source>
        <translation>“{name}”未能移到回收站。</translation>
    </message>
    <message>
        <source>“{name}” is in the bin.</source>
        <translation>“{name}”已移到回收站。</translation>
    </message>
</context>
<context>
    <name>RunsPage</name>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Held out right</source>
        <translation>留出样品判对</translation>
    </message>
    <message>
        <source>In training now.</source>
        <translation>正在训练。</translation>
    </message>
    <message>
        <source>Its worker ended before the run did. It can be resumed from its checkpoint.</source>
        <translation>训练进程先于运行结束。可以从检查点继续。</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>各层</translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>No runs yet. Open a table, choose its target and press Train.</source>
        <translation>还没有运行。请打开数据表，选择目标列，然后按“训练”。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Repeat with changes</source>
        <translation>修改后重做</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行记录</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>数据表</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标列</translation>
    </message>
    <message>
        <source>The settings of that run are set; change what you like and press Train.</source>
        <translation>已取用该运行的设置，改动后按“训练”。</translation>
    </message>
    <message>
        <source>Training error</source>
        <translation>训练误差</translation>
    </message>
    <message>
        <source>Training took {time}.</source>
        <translation>训练用时 {time}。</translation>
    </message>
    <message>
        <source>best validation</source>
        <translation>验证误差最小</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>发散</translation>
    </message>
    <message>
        <source>epoch limit</source>
        <translation>到达轮数上限</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>goal met</source>
        <translation>达到误差目标</translation>
    </message>
    <message>
        <source>in training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>time limit</source>
        <translation>到达时间上限</translation>
    </message>
</context>
<context>
    <name>SliceView</name>
    <message>
        <source>0 before</source>
        <translation>0（更新前）</translation>
    </message>
    <message>
        <source>0 is the network before the step to an epoch, 1 after it; between and beyond, the same step shortened or lengthened. Lowest between 0 and 1: the step went too far. Still falling at 1: it could have been longer.</source>
        <translation>0 为某一轮更新之前的网络，1 为更新之后；其间和两侧是把同一步缩短或延长。最低点在 0 与 1 之间，说明这一步走过了头；到 1 处仍在下降，说明还可以走得更远。</translation>
    </message>
    <message>
        <source>1 after</source>
        <translation>1（更新后）</translation>
    </message>
    <message>
        <source>At this epoch no step was made yet.</source>
        <translation>这一轮尚未更新权值。</translation>
    </message>
    <message>
        <source>Loss along the last step.</source>
        <translation>沿最近一步的误差。</translation>
    </message>
    <message>
        <source>Position along the last step</source>
        <translation>沿最近一步的位置</translation>
    </message>
    <message>
        <source>Step to epoch {epoch}: lowest at {place}, loss {loss}.</source>
        <translation>第 {epoch} 轮的更新：最低点在 {place} 处，误差为 {loss}。</translation>
    </message>
    <message>
        <source>The losses along the steps were not kept in this run.</source>
        <translation>该运行没有保留沿各步的误差。</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>训练误差</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>State of the work</source>
        <translation>工作状态</translation>
    </message>
</context>
<context>
    <name>StepsTable</name>
    <message>
        <source>Epoch</source>
        <translation>训练轮数</translation>
    </message>
    <message>
        <source>Every sample presented becomes a row here.</source>
        <translation>每输入一个样品，这里增加一行。</translation>
    </message>
    <message>
        <source>Steps of learning</source>
        <translation>学习步骤</translation>
    </message>
</context>
<context>
    <name>StepsView</name>
    <message>
        <source>At this epoch no step was made yet.</source>
        <translation>这一轮尚未更新权值。</translation>
    </message>
    <message>
        <source>Half of the steps are below {median}; the smallest is {smallest}.</source>
        <translation>半数步长小于 {median}，最小为 {smallest}。</translation>
    </message>
    <message>
        <source>Histogram of the step sizes.</source>
        <translation>步长直方图。</translation>
    </message>
    <message>
        <source>Step size Δ</source>
        <translation>步长 Δ</translation>
    </message>
    <message>
        <source>This trainer has no step sizes of its own for the weights; the RPROP family has.</source>
        <translation>该训练算法不为每个权值单独设步长；RPROP 类算法才有。</translation>
    </message>
    <message>
        <source>Weights and biases</source>
        <translation>权值和偏置个数</translation>
    </message>
    <message>
        <source>{n} of {all} are at the largest step, {largest}.</source>
        <translation>{all} 个步长中有 {n} 个达到最大步长 {largest}。</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>At most {n} epochs a second, to watch the network learn.</source>
        <translation>每秒最多 {n} 轮，便于观看学习过程。</translation>
    </message>
    <message>
        <source>Learning. You can go on working on other pages.</source>
        <translation>正在学习。期间可以照常使用其他页面。</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Nothing is trained yet. Press Train, or Ctrl+R.</source>
        <translation>尚未训练。请按“训练”或 Ctrl+R。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Paused. The weights wait where they are.</source>
        <translation>已暂停，权值停在原处。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Slow motion</source>
        <translation>慢速演示</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopping; the result so far is being written.</source>
        <translation>正在停止，并写出已有结果。</translation>
    </message>
    <message>
        <source>The goal was not met; this is try {n}.</source>
        <translation>未达到目标；这是第 {n} 次学习。</translation>
    </message>
    <message>
        <source>This run is in training in another window or terminal.</source>
        <translation>该运行正在另一个窗口或终端中训练。</translation>
    </message>
    <message>
        <source>This run was interrupted; it can be resumed from its checkpoint on the Runs page.</source>
        <translation>该运行已中断，可在“运行记录”页从检查点继续。</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练设置</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>Worked around in this run</source>
        <translation>本次运行中自动处理的问题</translation>
    </message>
    <message>
        <source>{layers} · {samples} labelled samples</source>
        <translation>{layers} · {samples} 个已知类别的样品</translation>
    </message>
</context>
<context>
    <name>TruthTableEditor</name>
    <message>
        <source>Change the target.</source>
        <translation>改变期望输出。</translation>
    </message>
    <message>
        <source>Output o</source>
        <translation>输出 o</translation>
    </message>
    <message>
        <source>Target of ({inputs})</source>
        <translation>（{inputs}）的期望输出</translation>
    </message>
    <message>
        <source>Target t</source>
        <translation>期望 t</translation>
    </message>
</context>
<context>
    <name>VotesModel</name>
    <message>
        <source>Agreement</source>
        <translation>一致度</translation>
    </message>
    <message>
        <source>Known class</source>
        <translation>已知类别</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>判对</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>投票结果</translation>
    </message>
</context>
<context>
    <name>VotesView</name>
    <message>
        <source>All rows</source>
        <translation>全部行</translation>
    </message>
    <message>
        <source>The members have not voted yet.</source>
        <translation>各成员尚未表决。</translation>
    </message>
    <message>
        <source>Votes of the members</source>
        <translation>成员投票</translation>
    </message>
    <message>
        <source>{right} of {labelled} labelled samples right, trained on or held out; the members agree to {share} on average over all rows.</source>
        <translation>{labelled} 个已知类别样品中 {right} 个正确（含训练样品与留出样品）；全部行上成员的平均一致度为 {share}。</translation>
    </message>
</context>
<context>
    <name>WeightsView</name>
    <message>
        <source>Bias of {unit}: {value}</source>
        <translation>{unit} 的偏置：{value}</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>The largest weight or bias of this layer in all epochs kept.</source>
        <translation>本层权值和偏置在所有保留轮次中的最大绝对值。</translation>
    </message>
    <message>
        <source>Weights {layer}; the arrow keys go from one to the next</source>
        <translation>权值，{layer}；用方向键逐个移动</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>偏置</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>A CSV with a row for each sample: elements, coordinates and a column with the class. You can also drop it anywhere on this window.</source>
        <translation>CSV 文件，每行一个样品，含元素含量、坐标和一列类别。也可以直接拖到本窗口中。</translation>
    </message>
    <message>
        <source>A single unit learns AND, OR and NOT, and never XOR: its decision line shows why.</source>
        <translation>单个神经元能学会 AND、OR 和 NOT，却永远学不会 XOR；看分界线就知道原因。</translation>
    </message>
    <message>
        <source>A table of your own</source>
        <translation>自己的数据表</translation>
    </message>
    <message>
        <source>Continue where you left off</source>
        <translation>继续上次的工作</translation>
    </message>
    <message>
        <source>Copper survey</source>
        <translation>铜矿测区</translation>
    </message>
    <message>
        <source>Files you open are listed here.</source>
        <translation>打开过的文件会列在这里。</translation>
    </message>
    <message>
        <source>Gold deposits</source>
        <translation>金矿床</translation>
    </message>
    <message>
        <source>One ordered output (14-9-5-1)</source>
        <translation>单个有序输出（14-9-5-1）</translation>
    </message>
    <message>
        <source>Open a table…</source>
        <translation>打开数据表…</translation>
    </message>
    <message>
        <source>Open the deposits</source>
        <translation>打开金矿床</translation>
    </message>
    <message>
        <source>Open the perceptron</source>
        <translation>打开感知器</translation>
    </message>
    <message>
        <source>Open the survey</source>
        <translation>打开测区</translation>
    </message>
    <message>
        <source>Perceptron</source>
        <translation>感知器</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Synthetic stream sediments: 22,400 cells, 14 elements, 33 copper deposits of 7 types. Train a 14-9-5-8 network and watch the map of deposit types develop.</source>
        <translation>合成的水系沉积物测量数据：22,400 个格点，14 种元素，7 种类型的 33 个铜矿床。训练 14-9-5-8 网络，看矿床类型图逐步显现。</translation>
    </message>
    <message>
        <source>Synthetic table: metal, ore and grade of 46 deposits; 34 of 4 types teach a 3-3-4 network to name the other 12. No map: it ends in two tables.</source>
        <translation>合成数据表：46 个矿床的金属量、矿石量和品位。用 4 种类型的 34 个矿床训练 3-3-4 网络，再判别其余 12 个。没有分类图，结果是两张表。</translation>
    </message>
    <message>
        <source>To reproduce the documented example: one output writes the class as a number. That imposes an order on the classes, which deposit types do not have.</source>
        <translation>用于重现文献中的示例：用一个输出的数值表示类别。这样做等于给各类别强加了次序，而矿床类型之间并无次序。</translation>
    </message>
    <message>
        <source>Train a BP network on a table of geochemistry and see the classes as a map.</source>
        <translation>用化探数据表训练 BP 网络，并把分类结果绘成图。</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>0 or 1 for each sample, when the truth table is your own.</source>
        <translation>自定真值表时，每个样品取 0 或 1。</translation>
    </message>
    <message>
        <source>A coordinate; it has no partner or another pair was chosen.</source>
        <translation>是坐标，但没有与之配对的列，或已选了另一对坐标。</translation>
    </message>
    <message>
        <source>AND</source>
        <translation>与（AND）</translation>
    </message>
    <message>
        <source>Activation of each layer after the inputs.</source>
        <translation>输入层之后各层的激活函数。</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>After every sample</source>
        <translation>逐样品</translation>
    </message>
    <message>
        <source>All 0, or drawn between -1 and 1.</source>
        <translation>全部为 0，或在 -1 到 1 之间随机取值。</translation>
    </message>
    <message>
        <source>All its cells are missing.</source>
        <translation>全部缺失。</translation>
    </message>
    <message>
        <source>All its values are the same.</source>
        <translation>取值全部相同。</translation>
    </message>
    <message>
        <source>Amounts in {unit}.</source>
        <translation>含量，单位 {unit}。</translation>
    </message>
    <message>
        <source>Amounts of {element}.</source>
        <translation>{element} 的含量。</translation>
    </message>
    <message>
        <source>Another process is working on {path}; stop it first or choose another folder.</source>
        <translation>另一个进程正在使用 {path}；请先停止它，或另选文件夹。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Automatic computes small work in double precision and large work in single.</source>
        <translation>自动：计算量小时用双精度，计算量大时用单精度。</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>CSV file, or example:NAME for a bundled one.</source>
        <translation>CSV 文件；自带示例写作 example:NAME。</translation>
    </message>
    <message>
        <source>Change the weights once an epoch, or after every sample.</source>
        <translation>每轮更新一次权值，或逐样品更新。</translation>
    </message>
    <message>
        <source>Choose at least one feature on the Data page.</source>
        <translation>请在“数据”页至少选择一个特征。</translation>
    </message>
    <message>
        <source>Choose the target column on the Data page: the class to learn.</source>
        <translation>请在“数据”页选择目标列，即要学习的类别。</translation>
    </message>
    <message>
        <source>Chosen as the target.</source>
        <translation>已选为目标列。</translation>
    </message>
    <message>
        <source>Classifying</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Classifying every row</source>
        <translation>对每一行分类</translation>
    </message>
    <message>
        <source>Coding of the classes</source>
        <translation>类别编码</translation>
    </message>
    <message>
        <source>Column of samples that belong together and are never split apart.</source>
        <translation>该列取值相同的样品属于一组，不会被拆开分到训练和验证两部分。</translation>
    </message>
    <message>
        <source>Column with the class to learn.</source>
        <translation>要学习的类别所在的列。</translation>
    </message>
    <message>
        <source>Column with the easting or longitude.</source>
        <translation>东坐标或经度所在的列。</translation>
    </message>
    <message>
        <source>Column with the northing or latitude.</source>
        <translation>北坐标或纬度所在的列。</translation>
    </message>
    <message>
        <source>Columns the network reads.</source>
        <translation>网络读取的列。</translation>
    </message>
    <message>
        <source>Constant in the training part, so nothing is read from them: {columns}.</source>
        <translation>下列特征在训练样品中取值不变，不起作用：{columns}。</translation>
    </message>
    <message>
        <source>Coordinate X</source>
        <translation>X 坐标</translation>
    </message>
    <message>
        <source>Coordinate Y</source>
        <translation>Y 坐标</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>Copper deposit types (synthetic)</source>
        <translation>铜矿床类型（合成数据）</translation>
    </message>
    <message>
        <source>Copper deposit types with one ordered output (synthetic)</source>
        <translation>铜矿床类型，单个有序输出（合成数据）</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>Cross-entropy goes with one-hot coding and logistic outputs, or with softmax; this network has the coding “{coding}” and {activation} outputs. Change these, or choose the mean squared error.</source>
        <translation>交叉熵需配合独热编码与逻辑输出，或配合 softmax；此网络的编码为“{coding}”，输出为 {activation}。请更改编码与输出，或选择均方误差。</translation>
    </message>
    <message>
        <source>Cross-validation folds</source>
        <translation>交叉验证折数</translation>
    </message>
    <message>
        <source>Divide the labelled samples into so many folds; each fold is held out once and judged by networks that never saw it. All folds are trained at once. 0: none.</source>
        <translation>把已知类别样品分成若干折；每一折轮流留出，由从未见过它的网络评价。所有折同时训练。0 表示不做交叉验证。</translation>
    </message>
    <message>
        <source>Double</source>
        <translation>双精度</translation>
    </message>
    <message>
        <source>Drawing the map</source>
        <translation>绘制分类图</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>随机失活</translation>
    </message>
    <message>
        <source>ELU</source>
        <translation>ELU</translation>
    </message>
    <message>
        <source>Empty columns left out at the end of the table: {count}.</source>
        <translation>已略去表尾的空列：{count} 列。</translation>
    </message>
    <message>
        <source>Empty rows left out: {count}.</source>
        <translation>已略去空行：{count} 行。</translation>
    </message>
    <message>
        <source>Epoch limit</source>
        <translation>轮数上限</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>误差函数</translation>
    </message>
    <message>
        <source>Error goal</source>
        <translation>误差目标</translation>
    </message>
    <message>
        <source>Every row has one cell more than the header names; the first column was taken for row names without a header.</source>
        <translation>每行都比表头多一个单元格；第一列按没有表头的行名处理。</translation>
    </message>
    <message>
        <source>Factor of the gradient in each step.</source>
        <translation>每一步中梯度所乘的系数。</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>First weights</source>
        <translation>初始权值</translation>
    </message>
    <message>
        <source>First weights and biases are drawn from minus to plus this number.</source>
        <translation>初始权值和偏置在负、正该数之间随机抽取。</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Gold deposit types (synthetic)</source>
        <translation>金矿床类型（合成数据）</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>He</source>
        <translation>He</translation>
    </message>
    <message>
        <source>How far a wrong output moves the weights. From weights of 0 it only scales them: the line takes the same way with any rate.</source>
        <translation>输出有误时权值改变的幅度。初始权值为 0 时，它只改变权值的大小，无论取多少，分界线的移动过程都相同。</translation>
    </message>
    <message>
        <source>In {tries} tries none of {members} networks met the goal {goal} within {epoch} epochs; the best try was kept, with a median training error of {loss}.</source>
        <translation>{tries} 次学习中，{members} 个网络在 {epoch} 轮内均未达到目标 {goal}；保留了最好的一次，训练误差中位数 {loss}。</translation>
    </message>
    <message>
        <source>Initial step Δ₀</source>
        <translation>初始步长 Δ₀</translation>
    </message>
    <message>
        <source>Interrupted; the same command goes on with the run.</source>
        <translation>已中断；再次执行同一命令即可继续本次运行。</translation>
    </message>
    <message>
        <source>It holds numbers.</source>
        <translation>是数值。</translation>
    </message>
    <message>
        <source>It holds text.</source>
        <translation>是文本。</translation>
    </message>
    <message>
        <source>It names the samples.</source>
        <translation>是样品号。</translation>
    </message>
    <message>
        <source>It numbers the samples.</source>
        <translation>是样品的序号。</translation>
    </message>
    <message>
        <source>It tells where or when the sample was taken.</source>
        <translation>说明采样的地点或时间。</translation>
    </message>
    <message>
        <source>Its numbers are codes of classes, not amounts.</source>
        <translation>数字是类别代码，不是含量。</translation>
    </message>
    <message>
        <source>Its values run east: the letters are those of Gauss-Krüger.</source>
        <translation>数值向东增大：列名按高斯—克吕格坐标的习惯。</translation>
    </message>
    <message>
        <source>Its values run north: the letters are those of Gauss-Krüger.</source>
        <translation>数值向北增大：列名按高斯—克吕格坐标的习惯。</translation>
    </message>
    <message>
        <source>L-BFGS</source>
        <translation>L-BFGS</translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation>L1 惩罚</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>L2 惩罚</translation>
    </message>
    <message>
        <source>Largest step Δmax</source>
        <translation>最大步长 Δmax</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>各层</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>leaky ReLU</translation>
    </message>
    <message>
        <source>Learn again</source>
        <translation>重新学习</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <translation>学习率 η</translation>
    </message>
    <message>
        <source>Line {line} of {source} has {count} cells but the header names {width} columns; quote the cell that holds the separator, or name every column.</source>
        <translation>{source} 第 {line} 行有 {count} 个单元格，而表头只有 {width} 列；请给含有分隔符的单元格加引号，或补全列名。</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Loading the compiled kernel</source>
        <translation>正在载入编译好的计算内核</translation>
    </message>
    <message>
        <source>Logarithm</source>
        <translation>取对数</translation>
    </message>
    <message>
        <source>Logistic</source>
        <translation>逻辑</translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Min–max to -1…1</source>
        <translation>极差变换 -1…1</translation>
    </message>
    <message>
        <source>Missing values among the chosen features: {count}.</source>
        <translation>所选特征中共有 {count} 个缺失值。</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>NAND</source>
        <translation>与非（NAND）</translation>
    </message>
    <message>
        <source>NOR</source>
        <translation>或非（NOR）</translation>
    </message>
    <message>
        <source>NOT (one input)</source>
        <translation>非（NOT，一个输入）</translation>
    </message>
    <message>
        <source>Name and values of a northing or latitude.</source>
        <translation>列名和数值像北坐标或纬度。</translation>
    </message>
    <message>
        <source>Name and values of an easting or longitude.</source>
        <translation>列名和数值像东坐标或经度。</translation>
    </message>
    <message>
        <source>Name of the coordinate reference system, if known.</source>
        <translation>坐标系的名称（如已知）。</translation>
    </message>
    <message>
        <source>Networks trained at once, each from first weights of its own. They vote, and their disagreement shows what is uncertain.</source>
        <translation>同时训练的网络个数，每个网络从各自的初始权值开始。它们共同投票，意见不一之处即为不确定之处。</translation>
    </message>
    <message>
        <source>Nguyen–Widrow</source>
        <translation>Nguyen–Widrow</translation>
    </message>
    <message>
        <source>Nguyen–Widrow spreads the hidden units over the range of the inputs. Uniform draws from ±range; Xavier and He scale by the width of the layers.</source>
        <translation>Nguyen–Widrow 使隐层神经元均匀覆盖输入范围。均匀分布在 ± 范围内抽取；Xavier 和 He 按层的宽度缩放。</translation>
    </message>
    <message>
        <source>Nguyen–Widrow, normal</source>
        <translation>Nguyen–Widrow（正态）</translation>
    </message>
    <message>
        <source>No logarithm was taken of {columns}: they hold values of 0 or below.</source>
        <translation>{columns} 含有小于或等于 0 的值，没有取对数。</translation>
    </message>
    <message>
        <source>No sample is held out for validation, so the patience counts for nothing.</source>
        <translation>没有留出验证样品，因此等待轮数不起作用。</translation>
    </message>
    <message>
        <source>No step grows beyond this. 50 is the classical value; 1 descends more smoothly.</source>
        <translation>步长的上限。50 是通用值；取 1 时误差下降较平稳。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不变换</translation>
    </message>
    <message>
        <source>None of the chosen features holds numbers that differ between samples with a class; choose other features.</source>
        <translation>所选特征在已知类别的样品中都没有变化的数值；请另选特征。</translation>
    </message>
    <message>
        <source>None of {members} networks met the goal {goal} within {epoch} epochs; median training error {loss}.</source>
        <translation>{members} 个网络在 {epoch} 轮内均未达到目标 {goal}；训练误差中位数 {loss}。</translation>
    </message>
    <message>
        <source>None of {tries} tries met the goal {goal} within {epoch} epochs; the best one was kept, with training error {loss}.</source>
        <translation>{tries} 次学习在 {epoch} 轮内均未达到目标 {goal}；保留了最好的一次，训练误差 {loss}。</translation>
    </message>
    <message>
        <source>OR</source>
        <translation>或（OR）</translation>
    </message>
    <message>
        <source>Once an epoch</source>
        <translation>每轮一次</translation>
    </message>
    <message>
        <source>One fold leaves nothing to train on; write 0 for none, or 2 or more.</source>
        <translation>只分一折则没有样品可供训练；请填 0（不做交叉验证）或不小于 2 的数。</translation>
    </message>
    <message>
        <source>One ordered output</source>
        <translation>单个有序输出</translation>
    </message>
    <message>
        <source>One ordered output needs a last layer of 1, but {layers} ends in {outputs}.</source>
        <translation>单个有序输出要求最后一层为 1，但 {layers} 的最后一层为 {outputs}。</translation>
    </message>
    <message>
        <source>One-hot</source>
        <translation>独热</translation>
    </message>
    <message>
        <source>One-hot has an output for each class. Softmax does too, and its outputs are probabilities that sum to 1. One ordered output writes the class as a number.</source>
        <translation>独热编码每个类别一个输出。Softmax 也是如此，且输出为总和等于 1 的概率。单个有序输出把类别写成一个数。</translation>
    </message>
    <message>
        <source>Only one coordinate column, {column}, is chosen; choose both or neither.</source>
        <translation>只选了一个坐标列 {column}；请两个都选，或都不选。</translation>
    </message>
    <message>
        <source>Open a table first.</source>
        <translation>请先打开数据表。</translation>
    </message>
    <message>
        <source>Own truth table</source>
        <translation>自定真值表</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>等待轮数</translation>
    </message>
    <message>
        <source>Plain BP</source>
        <translation>标准BP算法</translation>
    </message>
    <message>
        <source>Possibly a coordinate without its partner.</source>
        <translation>可能是坐标，但没有与之配对的列。</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>计算精度</translation>
    </message>
    <message>
        <source>Preparing the features</source>
        <translation>预处理特征</translation>
    </message>
    <message>
        <source>RPROP⁺</source>
        <translation>RPROP⁺</translation>
    </message>
    <message>
        <source>RPROP⁻</source>
        <translation>弹性BP算法（RPROP⁻）</translation>
    </message>
    <message>
        <source>Ramp -1…1</source>
        <translation>斜坡 -1…1</translation>
    </message>
    <message>
        <source>Ramp 0…1</source>
        <translation>斜坡 0…1</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Range ±</source>
        <translation>范围 ±</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Reading the table</source>
        <translation>读取数据表</translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation>正则化</translation>
    </message>
    <message>
        <source>Reproducing</source>
        <translation>可重复性</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>SHA-256 of the table the job was made for.</source>
        <translation>作业所针对的数据表的 SHA-256 值。</translation>
    </message>
    <message>
        <source>Samples for each change of the weights. 0: all of them.</source>
        <translation>每次更新权值所用的样品数。0 表示全部样品。</translation>
    </message>
    <message>
        <source>Samples without a class ({count}) are classified but not trained on.</source>
        <translation>没有类别的样品（{count} 个）只分类，不参加训练。</translation>
    </message>
    <message>
        <source>Samples without a group: {count}.</source>
        <translation>没有分组的样品：{count} 个。</translation>
    </message>
    <message>
        <source>Samples without complete coordinates ({count}) are not on the map.</source>
        <translation>坐标不全的样品（{count} 个）不上图。</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>尺度变换</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Share of the hidden units that are left out at random in each step of training.</source>
        <translation>每步训练中随机舍去的隐层神经元比例。</translation>
    </message>
    <message>
        <source>Share of the labelled samples of each class kept out of training to watch the validation loss. 0 trains on all of them.</source>
        <translation>每一类已知样品中留出、不参加训练而用来计算验证误差的份额。取 0 则全部参加训练。</translation>
    </message>
    <message>
        <source>Share of the last step that is added to the next one. 0: none.</source>
        <translation>上一步中加到下一步的比例。0 表示无动量。</translation>
    </message>
    <message>
        <source>Single</source>
        <translation>单精度</translation>
    </message>
    <message>
        <source>Size of the step of every weight at the start.</source>
        <translation>开始时每个权值的步长。</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Softmax belongs to the outputs; choose another activation inside.</source>
        <translation>Softmax 只用于输出层；请为其他层选择别的激活函数。</translation>
    </message>
    <message>
        <source>Softmax coding and the softmax activation of the outputs go together; choose both or neither.</source>
        <translation>Softmax 编码与输出层的 softmax 激活函数须同时使用；请同时选择或都不选择。</translation>
    </message>
    <message>
        <source>Softsign</source>
        <translation>Softsign</translation>
    </message>
    <message>
        <source>Some classes ({count}) are too small to have a sample in the validation part.</source>
        <translation>部分类别（{count} 个）样品太少，无法留出验证样品。</translation>
    </message>
    <message>
        <source>Something went wrong inside the program; please report it with the log.</source>
        <translation>程序内部出错，请连同日志一起报告。</translation>
    </message>
    <message>
        <source>Standardise</source>
        <translation>标准化</translation>
    </message>
    <message>
        <source>Standardise to mean 0 and standard deviation 1, or map the range to -1…1. Fitted on the training part only.</source>
        <translation>标准化使平均值为 0、标准差为 1；极差变换把范围变到 -1…1。参数只由训练样品求得。</translation>
    </message>
    <message>
        <source>Starting point of the random numbers. The same seed gives the same run.</source>
        <translation>随机数的起点。种子相同，运行结果相同。</translation>
    </message>
    <message>
        <source>Starting point of the random numbers. The same seed gives the same weights.</source>
        <translation>随机数的起点。随机种子相同，初始权值就相同。</translation>
    </message>
    <message>
        <source>Step -1/1</source>
        <translation>阶跃 -1/1</translation>
    </message>
    <message>
        <source>Step 0/1</source>
        <translation>阶跃 0/1</translation>
    </message>
    <message>
        <source>Stop when</source>
        <translation>何时停止</translation>
    </message>
    <message>
        <source>Stop when the validation loss has not improved for this many epochs and keep the best weights. 0 never stops for that reason.</source>
        <translation>验证误差连续这么多轮没有改善就停止，并保留最好的权值。取 0 则不因此停止。</translation>
    </message>
    <message>
        <source>Stopped by hand at epoch {epoch}: training error {loss}, goal {goal}.</source>
        <translation>在第 {epoch} 轮手动停止：训练误差 {loss}，目标 {goal}。</translation>
    </message>
    <message>
        <source>Stopped by hand at epoch {epoch}: {met} of {members} networks met the goal {goal}; median training error {loss}.</source>
        <translation>在第 {epoch} 轮手动停止：{members} 个网络中有 {met} 个达到目标 {goal}；训练误差中位数 {loss}。</translation>
    </message>
    <message>
        <source>Stopped by hand in try {tries}; try {kept} was kept, with training error {loss}, goal {goal}.</source>
        <translation>在第 {tries} 次学习中手动停止；保留了第 {kept} 次学习的结果，训练误差 {loss}，目标 {goal}。</translation>
    </message>
    <message>
        <source>Synthetic gold deposits with metal, ore and grade; 34 of 4 types have a class, 12 are to be classified. There are no coordinates: it ends in two tables.</source>
        <translation>合成的金矿床，有金属量、矿石量和品位三项；4 种类型的 34 个矿床类别已知，12 个待判别。数据没有坐标，结果是两张表。</translation>
    </message>
    <message>
        <source>Synthetic survey of 22,400 stream sediments with 14 elements; 33 copper deposits of 7 types and 40 samples without an anomaly have a class.</source>
        <translation>合成测区，22,400 个水系沉积物样品，14 种元素；其中 7 种类型的 33 个铜矿床和 40 个无异常样品已知类别。</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>数据表</translation>
    </message>
    <message>
        <source>Take log10 of every feature whose training values are all positive. Concentrations are usually closer to normal after it.</source>
        <translation>对训练样品的值全部为正的特征取 log10。取对数后，元素含量一般更接近正态分布。</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>双曲正切</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标列</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>期望输出</translation>
    </message>
    <message>
        <source>Text with {count} different values.</source>
        <translation>文本，有 {count} 个不同取值。</translation>
    </message>
    <message>
        <source>The RPROP family adapts a step of its own for every weight from the sign of the gradient. Plain BP follows the gradient with a fixed learning rate.</source>
        <translation>RPROP 系列算法根据梯度的符号为每个权值调整各自的步长。标准BP算法以固定学习率沿梯度下降。</translation>
    </message>
    <message>
        <source>The cells of {source} cannot be told apart ({reason}); a quotation mark may be opened and never closed.</source>
        <translation>无法区分 {source} 的单元格（{reason}）；可能有引号没有成对。</translation>
    </message>
    <message>
        <source>The checkpoint {path} cannot be read: {reason}.</source>
        <translation>检查点 {path} 无法读取：{reason}。</translation>
    </message>
    <message>
        <source>The checkpoint {path} has a format this version does not know.</source>
        <translation>本版本不认识检查点 {path} 的格式。</translation>
    </message>
    <message>
        <source>The checkpoint {path} is of an earlier version, whose runs cannot be resumed; start a new run.</source>
        <translation>检查点 {path} 由较早版本生成，其运行无法继续；请开始新的运行。</translation>
    </message>
    <message>
        <source>The class {name} has one sample; it cannot be trained on and checked as well.</source>
        <translation>类别 {name} 只有一个样品，不能既用来训练又用来检验。</translation>
    </message>
    <message>
        <source>The classes or groups are too small to hold any sample out; all of them are trained on.</source>
        <translation>各类或各组样品太少，无法留出；全部参加训练。</translation>
    </message>
    <message>
        <source>The column name {name} is there more than once; this one is called {unique}.</source>
        <translation>列名 {name} 重复，此列改称 {unique}。</translation>
    </message>
    <message>
        <source>The column {column} holds text; its values are taken as missing.</source>
        <translation>列 {column} 是文本，其值按缺失处理。</translation>
    </message>
    <message>
        <source>The column {column} is chosen for both coordinates; choose two columns.</source>
        <translation>两个坐标选了同一列 {column}；请选两列。</translation>
    </message>
    <message>
        <source>The coordinate column {column} holds no value; choose another column.</source>
        <translation>坐标列 {column} 没有任何数值；请另选一列。</translation>
    </message>
    <message>
        <source>The coordinate column {column} holds text, such as “{text}”; choose a column of numbers.</source>
        <translation>坐标列 {column} 含有文本，例如“{text}”；请选择数值列。</translation>
    </message>
    <message>
        <source>The copper survey with a 14-9-5-1 network, to reproduce the documented example; a single output imposes an order on the classes.</source>
        <translation>铜矿测区用 14-9-5-1 网络，用于重现文献中的示例；单个输出等于给各类别强加了次序。</translation>
    </message>
    <message>
        <source>The epoch limit of {epoch} was reached before the goal: training error {loss}, goal {goal}.</source>
        <translation>未达到目标即到达轮数上限 {epoch}：训练误差 {loss}，目标 {goal}。</translation>
    </message>
    <message>
        <source>The error goal was met at epoch {epoch} of try {kept}: training error {loss}, goal {goal}.</source>
        <translation>第 {kept} 次学习在第 {epoch} 轮达到误差目标：训练误差 {loss}，目标 {goal}。</translation>
    </message>
    <message>
        <source>The error goal was met at epoch {epoch}: training error {loss}, goal {goal}.</source>
        <translation>在第 {epoch} 轮达到误差目标：训练误差 {loss}，目标 {goal}。</translation>
    </message>
    <message>
        <source>The feature {feature} has no value in any sample with a class; it is left out.</source>
        <translation>特征 {feature} 在已知类别的样品中全部缺失，已剔除。</translation>
    </message>
    <message>
        <source>The feature {feature} has the same value in all samples with a class; it is left out.</source>
        <translation>特征 {feature} 在已知类别的样品中取值不变，已剔除。</translation>
    </message>
    <message>
        <source>The feature {feature} holds text; it is left out.</source>
        <translation>特征 {feature} 是文本，已剔除。</translation>
    </message>
    <message>
        <source>The field {field} of {where} cannot be used: {reason}.</source>
        <translation>{where} 中的字段 {field} 不能使用：{reason}。</translation>
    </message>
    <message>
        <source>The file {path} cannot be read ({reason}); copy it to a local disk and try again.</source>
        <translation>文件 {path} 无法读取（{reason}）；请复制到本地磁盘后重试。</translation>
    </message>
    <message>
        <source>The file {path} cannot be written: {reason}.</source>
        <translation>文件 {path} 无法写入：{reason}。</translation>
    </message>
    <message>
        <source>The file {path} is empty; choose a table with a header and rows.</source>
        <translation>文件 {path} 是空的；请选择有表头和数据行的表。</translation>
    </message>
    <message>
        <source>The file {path} is the table itself; choose another name for the result.</source>
        <translation>文件 {path} 就是原数据表；请为结果另取文件名。</translation>
    </message>
    <message>
        <source>The file {path} may not be read; close it in other programs or change its permissions.</source>
        <translation>文件 {path} 不允许读取；请在其他程序中关闭它，或更改其权限。</translation>
    </message>
    <message>
        <source>The file {path} should end in .csv or .parquet; give it one of these endings.</source>
        <translation>文件 {path} 的扩展名应为 .csv 或 .parquet，请改用其中之一。</translation>
    </message>
    <message>
        <source>The file {source} is a workbook or another packed file, not text; save it as CSV and load that.</source>
        <translation>文件 {source} 是工作簿或其他打包文件，不是文本；请另存为 CSV 后再打开。</translation>
    </message>
    <message>
        <source>The file {source} is binary, not text; save it as CSV and load that.</source>
        <translation>文件 {source} 是二进制文件，不是文本；请另存为 CSV 后再打开。</translation>
    </message>
    <message>
        <source>The folder {path} holds other files; choose a new folder for the run.</source>
        <translation>文件夹 {path} 中有其他文件；请为运行另选新文件夹。</translation>
    </message>
    <message>
        <source>The function {function} is learned: in epoch {epochs} every output was right, so nothing changes any more.</source>
        <translation>函数 {function} 已学会：第 {epochs} 轮的输出全部正确，权值不再改变。</translation>
    </message>
    <message>
        <source>The function {function} is not learned after {epochs} epochs; more may be needed.</source>
        <translation>经过 {epochs} 轮，函数 {function} 仍未学会，可能需要更多轮。</translation>
    </message>
    <message>
        <source>The goal was not met; try {number} of {tries} begins from new weights.</source>
        <translation>未达到目标；从新的权值开始第 {number} 次学习（共 {tries} 次）。</translation>
    </message>
    <message>
        <source>The helper process ended unexpectedly; try again.</source>
        <translation>辅助进程意外结束，请重试。</translation>
    </message>
    <message>
        <source>The job file {path} cannot be read: {reason}.</source>
        <translation>作业文件 {path} 无法读取：{reason}。</translation>
    </message>
    <message>
        <source>The job file {path} is not valid TOML: {reason}.</source>
        <translation>作业文件 {path} 不符合 TOML 格式：{reason}。</translation>
    </message>
    <message>
        <source>The labelled samples belong to one group, which cannot be divided into folds; choose another group column or no folds.</source>
        <translation>已知类别样品同属一个分组，无法分折；请选择其他分组列或不做交叉验证。</translation>
    </message>
    <message>
        <source>The layers “{layers}” are out of range; use at most {layers_limit} layers of 1 to {units_limit} units.</source>
        <translation>各层“{layers}”超出范围；最多 {layers_limit} 层，每层 1 到 {units_limit} 个神经元。</translation>
    </message>
    <message>
        <source>The layers “{layers}” cannot be read; write the units of each layer joined by hyphens, for example 14-9-5-8.</source>
        <translation>无法识别各层“{layers}”；请用连字符连接各层的神经元数，例如 14-9-5-8。</translation>
    </message>
    <message>
        <source>The logic function to learn. Its targets can be changed below, or by a click on a point of the plot.</source>
        <translation>要学习的逻辑函数。期望输出可在下面修改，也可在图上单击样品点修改。</translation>
    </message>
    <message>
        <source>The loss grew without bound at epoch {epoch}; try a smaller learning rate or largest step.</source>
        <translation>第 {epoch} 轮误差无限增大（发散）；请减小学习率或最大步长。</translation>
    </message>
    <message>
        <source>The map is in {path}.</source>
        <translation>分类图已存为 {path}。</translation>
    </message>
    <message>
        <source>The map {path} should end in .png; give it this ending.</source>
        <translation>分类图 {path} 的扩展名应为 .png，请改用此扩展名。</translation>
    </message>
    <message>
        <source>The model in {path} cannot be read: {reason}.</source>
        <translation>{path} 中的模型无法读取：{reason}。</translation>
    </message>
    <message>
        <source>The name says that it holds classes.</source>
        <translation>列名表明是类别。</translation>
    </message>
    <message>
        <source>The network {layers} has {outputs} outputs, but the {classes} classes of the target need {wanted}; make the last layer {wanted}.</source>
        <translation>网络 {layers} 有 {outputs} 个输出，而目标列的 {classes} 个类别需要 {wanted} 个；请把最后一层改为 {wanted}。</translation>
    </message>
    <message>
        <source>The network {layers} has {wanted} layers after the inputs but {given} activations; give one for each.</source>
        <translation>网络 {layers} 在输入层之后有 {wanted} 层，却给了 {given} 个激活函数；请每层各给一个。</translation>
    </message>
    <message>
        <source>The network {layers} reads {inputs} features, but the job names {features}; make the first layer {features}.</source>
        <translation>网络 {layers} 读取 {inputs} 个特征，而作业列出 {features} 个；请把第一层改为 {features}。</translation>
    </message>
    <message>
        <source>The predictions {path} cannot be read: {reason}.</source>
        <translation>预测结果 {path} 无法读取：{reason}。</translation>
    </message>
    <message>
        <source>The project file {path} cannot be read: {reason}.</source>
        <translation>工程文件 {path} 无法读取：{reason}。</translation>
    </message>
    <message>
        <source>The project {path} was written by a newer version; update the program.</source>
        <translation>工程 {path} 由较新的版本写成，请更新程序。</translation>
    </message>
    <message>
        <source>The run failed at epoch {epoch}.</source>
        <translation>运行在第 {epoch} 轮失败。</translation>
    </message>
    <message>
        <source>The run failed because of a fault in the program; see its log.txt.</source>
        <translation>程序出错，运行失败；详见其 log.txt。</translation>
    </message>
    <message>
        <source>The run folder cannot be written: {reason}.</source>
        <translation>运行文件夹无法写入：{reason}。</translation>
    </message>
    <message>
        <source>The run in {path} has ended; choose another folder for a new run.</source>
        <translation>{path} 中的运行已经结束；新的运行请另选文件夹。</translation>
    </message>
    <message>
        <source>The run in {path} has no coordinates to draw a map with; choose coordinate columns and train again.</source>
        <translation>{path} 中的运行没有坐标，不能成图；请选择坐标列后重新训练。</translation>
    </message>
    <message>
        <source>The run in {path} was begun with another job; choose another folder.</source>
        <translation>{path} 中的运行是用另一个作业开始的；请另选文件夹。</translation>
    </message>
    <message>
        <source>The setting “{setting}” cannot be read; write section.field=value, for example training.members=16.</source>
        <translation>无法识别设置“{setting}”；请写成 节.字段=值，例如 training.members=16。</translation>
    </message>
    <message>
        <source>The table {source} has a header but no rows; add the samples below it.</source>
        <translation>数据表 {source} 有表头但没有数据行；请在表头下加入样品。</translation>
    </message>
    <message>
        <source>The table {source} has no column “{name}”; its columns are {names}.</source>
        <translation>数据表 {source} 没有“{name}”列；现有各列为：{names}。</translation>
    </message>
    <message>
        <source>The table {source} has no column “{name}”; the nearest names are {near}.</source>
        <translation>数据表 {source} 没有“{name}”列；相近的列名有：{near}。</translation>
    </message>
    <message>
        <source>The table {source} holds no text at all; choose a table with a header and rows.</source>
        <translation>数据表 {source} 没有任何内容；请选择有表头和数据行的表。</translation>
    </message>
    <message>
        <source>The table {table} has changed since the job was made.</source>
        <translation>数据表 {table} 在作业建立之后有改动。</translation>
    </message>
    <message>
        <source>The table {table} has changed since the run began, so the run cannot be resumed; start a new one.</source>
        <translation>数据表 {table} 在运行开始后有改动，不能继续；请重新开始一个运行。</translation>
    </message>
    <message>
        <source>The target {target} has a single class, {name}; at least two are needed to learn a difference.</source>
        <translation>目标列 {target} 只有一个类别 {name}；至少要有两个才能学习区分。</translation>
    </message>
    <message>
        <source>The target {target} has no class in any row; choose another column.</source>
        <translation>目标列 {target} 没有一行写有类别；请另选一列。</translation>
    </message>
    <message>
        <source>The target {target} holds {count} different numbers, so it looks like a measurement; choose a column of classes.</source>
        <translation>目标列 {target} 有 {count} 个不同的数值，像是测量值；请选择类别列。</translation>
    </message>
    <message>
        <source>The target {target} is among the features; the network would only copy it. Take it out of the features.</source>
        <translation>目标列 {target} 也在特征之中，网络只会照抄它；请把它从特征中去掉。</translation>
    </message>
    <message>
        <source>The target “{column}” has too many different values to be classes; choose another target on the Data page.</source>
        <translation>目标列“{column}”的不同取值太多，不像是类别；请在“数据”页另选目标列。</translation>
    </message>
    <message>
        <source>The target “{column}” holds one class; learning needs at least two.</source>
        <translation>目标列“{column}”只有一个类别，至少要有两个才能学习。</translation>
    </message>
    <message>
        <source>The text encoding of {source} cannot be told; save it as CSV in UTF-8 and load that.</source>
        <translation>无法判断 {source} 的文本编码；请存为 UTF-8 编码的 CSV 后再打开。</translation>
    </message>
    <message>
        <source>The text is not UTF-8; it was read as {encoding}.</source>
        <translation>文本不是 UTF-8 编码，已按 {encoding} 读取。</translation>
    </message>
    <message>
        <source>The time limit was reached at epoch {epoch}: training error {loss}, goal {goal}.</source>
        <translation>在第 {epoch} 轮到达时间上限：训练误差 {loss}，目标 {goal}。</translation>
    </message>
    <message>
        <source>The time limit was reached at epoch {epoch}: {met} of {members} networks met the goal {goal}; median training error {loss}.</source>
        <translation>在第 {epoch} 轮到达时间上限：{members} 个网络中有 {met} 个达到目标 {goal}；训练误差中位数 {loss}。</translation>
    </message>
    <message>
        <source>The time limit was reached in try {tries}; try {kept} was kept, with training error {loss}, goal {goal}.</source>
        <translation>在第 {tries} 次学习中到达时间上限；保留了第 {kept} 次学习的结果，训练误差 {loss}，目标 {goal}。</translation>
    </message>
    <message>
        <source>The validation loss of {alike} of {members} networks stopped improving, of the last one at epoch {epoch}; their best weights were kept. Median training error {loss}.</source>
        <translation>{members} 个网络中 {alike} 个的验证误差不再下降，最后一个在第 {epoch} 轮；各自保留了最好的权值。训练误差中位数 {loss}。</translation>
    </message>
    <message>
        <source>The validation loss stopped improving at epoch {epoch}; the best weights were kept (training error {loss}).</source>
        <translation>验证误差在第 {epoch} 轮后不再下降；保留了最好的权值（训练误差 {loss}）。</translation>
    </message>
    <message>
        <source>The validation loss stopped improving in the last of {tries} tries; the best weights of try {kept} were kept (training error {loss}).</source>
        <translation>{tries} 次学习中最后一次的验证误差不再下降；保留了第 {kept} 次学习的最好权值（训练误差 {loss}）。</translation>
    </message>
    <message>
        <source>The weights after epoch {again} are those after epoch {first}: they go round for ever. No line can part the two classes of {function}; a network with a hidden layer can.</source>
        <translation>第 {again} 轮后的权值与第 {first} 轮后的完全相同，此后将永远循环下去。没有一条直线能把 {function} 的两类样品分开；带隐层的网络可以。</translation>
    </message>
    <message>
        <source>There are no predictions in {path}; let the run end first.</source>
        <translation>{path} 中没有预测结果；请先等运行结束。</translation>
    </message>
    <message>
        <source>There is no example “{name}”; the examples are {names}.</source>
        <translation>没有示例“{name}”；示例有：{names}。</translation>
    </message>
    <message>
        <source>There is no file {path}; check the name and the folder.</source>
        <translation>没有文件 {path}；请检查文件名和文件夹。</translation>
    </message>
    <message>
        <source>There is no job file {job} and no bundled example of that name; the examples are {names}.</source>
        <translation>没有作业文件 {job}，也没有同名的自带示例；示例有：{names}。</translation>
    </message>
    <message>
        <source>There is no job file {path}.</source>
        <translation>没有作业文件 {path}。</translation>
    </message>
    <message>
        <source>There is no project file {path}.</source>
        <translation>没有工程文件 {path}。</translation>
    </message>
    <message>
        <source>There is no trained model in {path}; the run has not ended yet.</source>
        <translation>{path} 中没有训练好的模型；该运行尚未结束。</translation>
    </message>
    <message>
        <source>This run has no such rows; export all its predictions instead.</source>
        <translation>这次运行没有这样的行；请改为导出全部预测结果。</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>时间上限</translation>
    </message>
    <message>
        <source>Trainer</source>
        <translation>训练算法</translation>
    </message>
    <message>
        <source>Training ends after this time. 0: no limit.</source>
        <translation>训练到此时间后结束。0 表示不限时。</translation>
    </message>
    <message>
        <source>Training ends well when the error of the training part is below it.</source>
        <translation>训练样品的误差低于此值时，训练成功结束。</translation>
    </message>
    <message>
        <source>Training ends when the goal was not met after this many epochs.</source>
        <translation>训练这么多轮仍未达到误差目标时结束。</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>均匀分布</translation>
    </message>
    <message>
        <source>Units of each layer from the inputs to the outputs, for example 14-9-5-8: 14 features, two hidden layers of 9 and 5, 8 classes.</source>
        <translation>从输入到输出各层的神经元数，例如 14-9-5-8：14 个特征，两个隐层分别有 9 个和 5 个神经元，8 个类别。</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>权值更新</translation>
    </message>
    <message>
        <source>Validation part</source>
        <translation>验证比例</translation>
    </message>
    <message>
        <source>What is made small. Cross-entropy goes with logistic or softmax outputs.</source>
        <translation>训练所要减小的量。交叉熵需配合逻辑或 softmax 输出。</translation>
    </message>
    <message>
        <source>When no network met the error goal, start afresh from new weights, up to this many times. Every try is kept.</source>
        <translation>没有网络达到误差目标时，从新的权值重新开始，最多重复这么多次。每次学习的结果都保留。</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>写出</translation>
    </message>
    <message>
        <source>XNOR</source>
        <translation>同或（XNOR）</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>异或（XOR）</translation>
    </message>
    <message>
        <source>Xavier</source>
        <translation>Xavier</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>零</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>folds</source>
        <translation>折</translation>
    </message>
    <message>
        <source>iRPROP⁺</source>
        <translation>iRPROP⁺</translation>
    </message>
    <message>
        <source>iRPROP⁻</source>
        <translation>iRPROP⁻</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>个样品</translation>
    </message>
    <message>
        <source>times</source>
        <translation>次</translation>
    </message>
    <message>
        <source>{column} has cells above the range of the method ({count}, the first “{text}” in row {row}); the limit itself is taken.</source>
        <translation>{column} 有 {count} 个单元格超出测定上限（第一个是第 {row} 行的“{text}”），取上限值。</translation>
    </message>
    <message>
        <source>{column} has cells that are not numbers ({count}, the first “{text}” in row {row}); they count as missing.</source>
        <translation>{column} 有 {count} 个单元格不是数字（第一个是第 {row} 行的“{text}”），按缺失处理。</translation>
    </message>
    <message>
        <source>{column} has infinite cells ({count}); they count as missing.</source>
        <translation>{column} 有 {count} 个无穷大的值，按缺失处理。</translation>
    </message>
    <message>
        <source>{count} classes have fewer samples than there are folds ({folds}); some folds hold none of them.</source>
        <translation>有 {count} 个类别的样品数少于折数（{folds}）；部分折中没有这些类别。</translation>
    </message>
    <message>
        <source>{count} missing values of the training samples were taken as the median of their feature.</source>
        <translation>训练样品中 {count} 个缺失值以该特征的中位数代替。</translation>
    </message>
    <message>
        <source>{count} missing values were taken as the median of the training samples.</source>
        <translation>{count} 个缺失值以训练样品的中位数代替。</translation>
    </message>
    <message>
        <source>{feature} has values below its detection limit ({count}); half the limit is taken.</source>
        <translation>{feature} 有 {count} 个值低于检出限，取检出限的一半。</translation>
    </message>
    <message>
        <source>{met} of {members} networks met the error goal of {goal} in try {kept}, the last one at epoch {epoch}; median training error {loss}.</source>
        <translation>第 {kept} 次学习中 {members} 个网络有 {met} 个达到误差目标 {goal}，最后一个在第 {epoch} 轮；训练误差中位数 {loss}。</translation>
    </message>
    <message>
        <source>{met} of {members} networks met the error goal of {goal}, the last one at epoch {epoch}; median training error {loss}.</source>
        <translation>{members} 个网络中有 {met} 个达到误差目标 {goal}，最后一个在第 {epoch} 轮；训练误差中位数 {loss}。</translation>
    </message>
    <message>
        <source>{outcome} {parts}. All rows: {classes}.</source>
        <translation>{outcome}{parts}。全部样品：{classes}。</translation>
    </message>
    <message>
        <source>{path} is a folder; choose a table file inside it.</source>
        <translation>{path} 是文件夹；请选择其中的数据表文件。</translation>
    </message>
    <message>
        <source>{path} is not the folder of a run.</source>
        <translation>{path} 不是运行文件夹。</translation>
    </message>
    <message>
        <source>{rows} rows classified into {path}.</source>
        <translation>已对 {rows} 行分类，结果存入 {path}。</translation>
    </message>
    <message>
        <source>{rows} rows read.</source>
        <translation>已读取 {rows} 行。</translation>
    </message>
    <message>
        <source>{rows} rows written to {path}.</source>
        <translation>已写出 {rows} 行到 {path}。</translation>
    </message>
    <message>
        <source>{table} lacks the columns {columns}, which the model needs; rename the columns or use another table.</source>
        <translation>{table} 缺少模型所需的列 {columns}；请改列名或换一张数据表。</translation>
    </message>
    <message>
        <source>{text} is no function; write one of {names}, or targets such as 0001.</source>
        <translation>{text} 不是可用的函数；请写 {names} 之一，或写期望输出，如 0001。</translation>
    </message>
    <message>
        <source>λ in ½λ·Σw², added to the error; keeps weights small. With AdamW the weight decay.</source>
        <translation>误差中加入 ½λ·Σw²，使权值保持较小。用于 AdamW 时为权值衰减。</translation>
    </message>
    <message>
        <source>λ in λ·Σ|w|, added to the error; drives weights to zero. Biases are left out.</source>
        <translation>误差中加入 λ·Σ|w|，使部分权值趋于零。不含偏置。</translation>
    </message>
</context>
<context>
    <name>failures</name>
    <message>
        <source>Copy details</source>
        <translation>复制详细信息</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>程序出错</translation>
    </message>
    <message>
        <source>Your data and runs are safe. The details are in the log: {path}</source>
        <translation>您的数据和运行结果没有受损。详细情况见日志：{path}</translation>
    </message>
</context>
<context>
    <name>results_table</name>
    <message>
        <source>Agreement</source>
        <translation>一致度</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Known class</source>
        <translation>已知类别</translation>
    </message>
    <message>
        <source>Output value</source>
        <translation>输出值</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>判对</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
</context>
<context>
    <name>unit_names</name>
    <message>
        <source>Hidden {number}</source>
        <translation>隐层 {number}</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入层</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出层</translation>
    </message>
    <message>
        <source>class as a number</source>
        <translation>类别编号</translation>
    </message>
    <message>
        <source>hidden {layer}.{unit}</source>
        <translation>隐层 {layer}.{unit}</translation>
    </message>
    <message>
        <source>output {unit}</source>
        <translation>输出 {unit}</translation>
    </message>
</context>
<context>
    <name>verdict</name>
    <message>
        <source>Each of {samples} labelled samples was held out once, in {folds} folds: {right} were classified right ({percent}) by networks that had not seen them; by those that had, {training_right}.</source>
        <translation>分 {folds} 折交叉验证，{samples} 个已知类别样品各留出一次：由没有见过该样品的网络判对 {right} 个（{percent}），由见过的网络判对 {training_right} 个。</translation>
    </message>
    <message>
        <source>Of {held_out} samples held out, {right} were classified right ({percent}); of {samples} in training, {training_right}.</source>
        <translation>{held_out} 个留出样品判对 {right} 个（{percent}）；{samples} 个训练样品判对 {training_right} 个。</translation>
    </message>
    <message>
        <source>Of {samples} samples in training, {right} were classified right. No sample was held out, so this says nothing about new ones.</source>
        <translation>{samples} 个训练样品判对 {right} 个。没有留出样品，对新样品的效果无从知晓。</translation>
    </message>
    <message>
        <source>The held-out samples also chose which weights were kept, so this flatters the network; cross-validation folds would not.</source>
        <translation>留出样品也参与了权值的选择，因此这一结果偏于乐观；交叉验证则不会。</translation>
    </message>
</context>
</TS>
