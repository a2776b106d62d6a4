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
        <source>&amp;Text size</source>
        <translation>文字大小(&amp;T)</translation>
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
        <source>Anomalies</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>Anomalyst classifies mineral anomaly data and images of digits with BP networks and CNNs.</source>
        <translation>Anomalyst 用 BP 网络和卷积神经网络（CNN）对矿产异常数据和手写数字图像进行分类。</translation>
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
        <source>Draw</source>
        <translation>手写</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>数据探索</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>查找命令…</translation>
    </message>
    <message>
        <source>How the table was read</source>
        <translation>数据表的读取方式</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>内部</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>Labels of the samples</source>
        <translation>样品的类别</translation>
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
        <source>Open MNIST</source>
        <translation>打开 MNIST</translation>
    </message>
    <message>
        <source>Open a &amp;folder of images…</source>
        <translation>打开图像文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Open the copper survey</source>
        <translation>打开铜矿测区</translation>
    </message>
    <message>
        <source>Open the digits of 8 × 8 pixels</source>
        <translation>打开 8 × 8 像素手写数字</translation>
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
        <source>There is nothing to save yet: open a table or images first.</source>
        <translation>还没有可保存的内容：请先打开表格或图像。</translation>
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
    <name>AnomaliesPage</name>
    <message>
        <source>Anomalies</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>异常下限</translation>
    </message>
    <message>
        <source>What the page shows</source>
        <translation>本页内容</translation>
    </message>
</context>
<context>
    <name>AreaPlot</name>
    <message>
        <source>Concentration–area of all: choose a group to drag its breaks</source>
        <translation>全部样品的含量–面积图：选一个分组，即可拖动其分界点</translation>
    </message>
    <message>
        <source>Concentration–area of one group: drag its breaks</source>
        <translation>所选分组的含量–面积图：可拖动分界点</translation>
    </message>
    <message>
        <source>Concentration–area plot</source>
        <translation>含量–面积图</translation>
    </message>
    <message>
        <source>Concentration–area plot of the distances</source>
        <translation>马氏距离的含量–面积图</translation>
    </message>
    <message>
        <source>Concentration–area: the breaks can be dragged</source>
        <translation>含量–面积图：分界点可以拖动</translation>
    </message>
    <message>
        <source>Concentration–area: too few different values</source>
        <translation>含量–面积图：不同的值太少</translation>
    </message>
    <message>
        <source>Samples ≥ value</source>
        <translation>含量不低于该值的样品数</translation>
    </message>
</context>
<context>
    <name>AttributionView</name>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Contributions</source>
        <translation>贡献</translation>
    </message>
    <message>
        <source>Contributions by class</source>
        <translation>各类别的贡献</translation>
    </message>
    <message>
        <source>Quantile scaling of logratios cannot be led back to the elements, so these are the logratios.</source>
        <translation>对数比经分位数缩放后无法还原到各元素，因此这里列出的是对数比。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Steps pass no gradient, so nothing can be attributed to the elements.</source>
        <translation>阶跃函数没有梯度，无法把结果归因到各元素。</translation>
    </message>
    <message>
        <source>What each element adds to the probability of a class, mean over the held-out samples of that class, against a sample with the medians of the training part.</source>
        <translation>各元素给某一类别的概率增加多少：以训练样品中位数构成的样品为基准，取该类别留出样品的平均值。</translation>
    </message>
    <message>
        <source>What each element adds to the probability of a class, summed over the cells of the window, mean over the held-out samples of that class, against a window with the medians of the training part.</source>
        <translation>各元素给某一类别的概率增加多少：对窗口内各单元求和，以训练样品中位数构成的窗口为基准，取该类别留出样品的平均值。</translation>
    </message>
    <message>
        <source>What speaks for each class will stand here.</source>
        <translation>支持各类别的依据将显示在这里。</translation>
    </message>
    <message>
        <source>With sign</source>
        <translation>带符号</translation>
    </message>
    <message>
        <source>{name}, {element}: {value} ± {spread} over the members</source>
        <translation>{name}，{element}：{value} ± {spread}（各成员间）</translation>
    </message>
    <message>
        <source>{name}: {samples} held-out samples</source>
        <translation>{name}：{samples} 个留出样品</translation>
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
    <name>BaselinesTable</name>
    <message>
        <source>All folds took {time}.</source>
        <translation>全部各折用时 {time}。</translation>
    </message>
    <message>
        <source>Difference to the network</source>
        <translation>与网络之差</translation>
    </message>
    <message>
        <source>Macro-F1 of the method less that of the network, on the same samples, with its interval; clear where the interval leaves 0 out. Each method is compared by itself.</source>
        <translation>该方法的宏平均F1减去网络的宏平均F1，用相同样品计算，附置信区间；区间不含 0 时差异明显。各方法分别比较。</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Other methods on the same folds</source>
        <translation>相同分折下的其他方法</translation>
    </message>
    <message>
        <source>Other methods, judged on the same folds, will stand here.</source>
        <translation>此处将列出按相同分折评价的其他方法。</translation>
    </message>
    <message>
        <source>The same folds and the same preparation, settings as they come</source>
        <translation>分折与预处理相同，参数取默认值</translation>
    </message>
</context>
<context>
    <name>BeforeAfter</name>
    <message>
        <source>As measured</source>
        <translation>原始含量</translation>
    </message>
    <message>
        <source>As the network sees it</source>
        <translation>网络读到的数值</translation>
    </message>
    <message>
        <source>Choose the target column on the Data page: these figures are found on the training samples.</source>
        <translation>请先在“数据”页选择目标列：这些参数由训练样品求得。</translation>
    </message>
    <message>
        <source>Finding the figures on the training samples…</source>
        <translation>正在由训练样品求取参数…</translation>
    </message>
    <message>
        <source>Input of the network</source>
        <translation>网络的输入</translation>
    </message>
    <message>
        <source>Statistics are of the measured values; a limit counts as itself.</source>
        <translation>统计按实测值计算，低于检出限的值按检出限计。</translation>
    </message>
    <message>
        <source>{input}  ({share} of the variance)</source>
        <translation>{input}（占方差 {share}）</translation>
    </message>
</context>
<context>
    <name>BoxPlot</name>
    <message>
        <source>Box plot</source>
        <translation>箱线图</translation>
    </message>
    <message>
        <source>The box reaches from the lower to the upper quartile with the median in it, the whiskers to the last values within 1.5 box lengths; what lies beyond are outliers.</source>
        <translation>箱体由下四分位数到上四分位数，中间为中位数；须线至 1.5 倍箱长以内的最远值，其外为离群值。</translation>
    </message>
</context>
<context>
    <name>CNNPage</name>
    <message>
        <source>A network is fitted to images: open some first.</source>
        <translation>网络要按图像来调整：请先打开图像。</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Go to the images</source>
        <translation>转到图像</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>网络</translation>
    </message>
</context>
<context>
    <name>CalibrationPlot</name>
    <message>
        <source>As sure as right</source>
        <translation>概率与判对率一致</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校准曲线</translation>
    </message>
    <message>
        <source>Calibration error {error}, Brier score {brier}, log loss {log_loss}</source>
        <translation>校准误差 {error}，Brier 分数 {brier}，对数损失 {log_loss}</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>未参与训练</translation>
    </message>
    <message>
        <source>Highest probability</source>
        <translation>最大概率</translation>
    </message>
    <message>
        <source>Share of right samples</source>
        <translation>判对样品的比例</translation>
    </message>
    <message>
        <source>{samples} samples of mean probability {probability}: {right} right ({low} to {high})</source>
        <translation>{samples} 个样品，平均概率 {probability}：判对率 {right}（{low} 至 {high}）</translation>
    </message>
</context>
<context>
    <name>CellSide</name>
    <message>
        <source>Click a cell for its values. Drag with Shift to pick many.</source>
        <translation>单击单元查看其数值；按住 Shift 拖动可框选多个样品。</translation>
    </message>
</context>
<context>
    <name>CellTables</name>
    <message>
        <source>Adds</source>
        <translation>贡献</translation>
    </message>
    <message>
        <source>Between which 80 % of the members lie</source>
        <translation>80 % 的成员所在的范围</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>For or against</source>
        <translation>支持或反对</translation>
    </message>
    <message>
        <source>How many members name the class</source>
        <translation>判为该类别的成员数</translation>
    </message>
    <message>
        <source>In the class</source>
        <translation>在该类别中</translation>
    </message>
    <message>
        <source>In the survey</source>
        <translation>在测区中</translation>
    </message>
    <message>
        <source>Mean over the members that were asked</source>
        <translation>所问成员的平均值</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Most members</source>
        <translation>多数成员</translation>
    </message>
    <message>
        <source>Named by</source>
        <translation>投票成员</translation>
    </message>
    <message>
        <source>Percentile among all samples</source>
        <translation>在全部样品中的百分位</translation>
    </message>
    <message>
        <source>Percentile among the samples known to have the class</source>
        <translation>在已知属于该类别的样品中的百分位</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Probability of each class</source>
        <translation>各类别的概率</translation>
    </message>
    <message>
        <source>Standard deviation over the members</source>
        <translation>各成员间的标准差</translation>
    </message>
    <message>
        <source>To the right what speaks for the class, to the left what speaks against it; the thin line is the standard deviation over the members.</source>
        <translation>向右支持该类别，向左反对该类别；细线为各成员间的标准差。</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>What it adds to the probability of the class, and the standard deviation over the members; all together they lead from a median sample to this one.</source>
        <translation>它给该类别概率增加多少，以及各成员间的标准差；全部贡献之和即从中位数样品到本样品的概率变化。</translation>
    </message>
    <message>
        <source>What speaks for a class</source>
        <translation>支持某一类别的依据</translation>
    </message>
    <message>
        <source>What was measured</source>
        <translation>测得的值</translation>
    </message>
    <message>
        <source>{named} of {members}</source>
        <translation>{members} 个中的 {named} 个</translation>
    </message>
</context>
<context>
    <name>CellView</name>
    <message>
        <source>Class that is explained</source>
        <translation>要解释的类别</translation>
    </message>
    <message>
        <source>Click a sample on the map or in a table to see why it has its class.</source>
        <translation>在图上或表中点击一个样品，即可查看它为何属于该类别。</translation>
    </message>
    <message>
        <source>What speaks for</source>
        <translation>支持依据：</translation>
    </message>
</context>
<context>
    <name>ChoicesRow</name>
    <message>
        <source>Choose at least one.</source>
        <translation>请至少选择一项。</translation>
    </message>
</context>
<context>
    <name>ClassBalance</name>
    <message>
        <source>Images in each class</source>
        <translation>各类别的图像数</translation>
    </message>
</context>
<context>
    <name>ClassFigures</name>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Figures of each class</source>
        <translation>各类别指标</translation>
    </message>
    <message>
        <source>Harmonic mean of precision and recall</source>
        <translation>精确率与召回率的调和平均</translation>
    </message>
    <message>
        <source>Held-out samples given this class</source>
        <translation>判为该类别的留出样品数</translation>
    </message>
    <message>
        <source>Held-out samples of this class</source>
        <translation>属于该类别的留出样品数</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>已知</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>Share of the samples given this class that have it</source>
        <translation>判为该类别的样品中判对的比例</translation>
    </message>
    <message>
        <source>Share of the samples of this class that were given it</source>
        <translation>该类别样品中被判对的比例</translation>
    </message>
    <message>
        <source>The chance that a sample of this class gets a higher probability of it than a sample of another one; 0.5 is chance.</source>
        <translation>该类别样品获得的该类概率高于其他类别样品的可能性；0.5 为随机水平。</translation>
    </message>
    <message>
        <source>The figures of each class will stand here.</source>
        <translation>此处将列出各类别的指标。</translation>
    </message>
    <message>
        <source>The known class</source>
        <translation>已知类别</translation>
    </message>
</context>
<context>
    <name>ClassScoresTable</name>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Figures of each class</source>
        <translation>各类别指标</translation>
    </message>
    <message>
        <source>Harmonic mean of precision and recall</source>
        <translation>精确率与召回率的调和平均</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Images of this class in the part on show</source>
        <translation>所示部分中该类图像的数目</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>Share of the images given this class that have it</source>
        <translation>判为该类的图像中确属该类的比例</translation>
    </message>
    <message>
        <source>Share of the images of this class that were given it</source>
        <translation>该类图像中被判为该类的比例</translation>
    </message>
    <message>
        <source>The known class</source>
        <translation>已知类别</translation>
    </message>
</context>
<context>
    <name>ClassSheet</name>
    <message>
        <source>No class</source>
        <translation>无类别</translation>
    </message>
    <message>
        <source>Samples by class</source>
        <translation>各类别的样本</translation>
    </message>
</context>
<context>
    <name>ClassesModel</name>
    <message>
        <source>(taken away)</source>
        <translation>（已去掉）</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Classes with the same new name are merged; an empty name takes a class away.</source>
        <translation>新名称相同的类别合并；名称留空则去掉该类别。</translation>
    </message>
    <message>
        <source>Click to choose the colour of this class in every view.</source>
        <translation>单击选择该类别在所有视图中的颜色。</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样品数</translation>
    </message>
    <message>
        <source>few: held-out results say little</source>
        <translation>样品太少，留出检验的结果意义不大</translation>
    </message>
    <message>
        <source>its samples have no class</source>
        <translation>其样品不再有类别</translation>
    </message>
    <message>
        <source>merged: {n} samples in “{name}”</source>
        <translation>合并：“{name}”共 {n} 个样品</translation>
    </message>
    <message>
        <source>one sample cannot be both trained on and checked</source>
        <translation>只有 1 个样品，不能既训练又检验</translation>
    </message>
</context>
<context>
    <name>ClassesTable</name>
    <message>
        <source>Apply names</source>
        <translation>应用名称</translation>
    </message>
    <message>
        <source>Choose the colour…</source>
        <translation>选择颜色…</translation>
    </message>
    <message>
        <source>Classes of the target column</source>
        <translation>目标列的类别</translation>
    </message>
    <message>
        <source>Colour of “{name}”</source>
        <translation>“{name}”的颜色</translation>
    </message>
    <message>
        <source>Give every class the name that the file has.</source>
        <translation>所有类别恢复文件中的名称。</translation>
    </message>
    <message>
        <source>Give the chosen classes one name.</source>
        <translation>给选中的类别起同一个名称。</translation>
    </message>
    <message>
        <source>Leave the samples of the chosen classes without a class.</source>
        <translation>选中类别的样品不再有类别。</translation>
    </message>
    <message>
        <source>Merge classes</source>
        <translation>合并类别</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>Name of the merged class</source>
        <translation>合并后的类别名称</translation>
    </message>
    <message>
        <source>Names of the file</source>
        <translation>恢复原名</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>取消类别</translation>
    </message>
    <message>
        <source>Type a new name, or choose several classes to merge.</source>
        <translation>输入新名称，或选中几个类别合并。</translation>
    </message>
    <message>
        <source>Usual colour</source>
        <translation>恢复默认颜色</translation>
    </message>
</context>
<context>
    <name>ColumnDecisions</name>
    <message>
        <source>A value</source>
        <translation>数值本身</translation>
    </message>
    <message>
        <source>Below 0</source>
        <translation>负值</translation>
    </message>
    <message>
        <source>Click a column of the table to decide about it.</source>
        <translation>单击数据表中的一列，对该列作出决定。</translation>
    </message>
    <message>
        <source>Column {name}</source>
        <translation>{name} 列</translation>
    </message>
    <message>
        <source>Convert to</source>
        <translation>换算为</translation>
    </message>
    <message>
        <source>Convert to unit</source>
        <translation>换算单位</translation>
    </message>
    <message>
        <source>Degrees, minutes, seconds</source>
        <translation>度分秒</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Leave this column out</source>
        <translation>不读此列</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Minus a detection limit</source>
        <translation>负的检出限</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Missing codes</source>
        <translation>缺失代码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Not missing</source>
        <translation>非缺失代码</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
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
    <name>CompareSide</name>
    <message>
        <source>Back to the runs</source>
        <translation>返回运行记录</translation>
    </message>
    <message>
        <source>Compared runs</source>
        <translation>对比的运行</translation>
    </message>
    <message>
        <source>Difference on the map</source>
        <translation>在图上看差异</translation>
    </message>
    <message>
        <source>Judged on {samples} images.</source>
        <translation>用 {samples} 幅图像评价。</translation>
    </message>
    <message>
        <source>No verdict yet.</source>
        <translation>尚无结论。</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>None of these runs has trained an epoch yet.</source>
        <translation>这些运行都还没有训练完一轮。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Settings that differ: {count}</source>
        <translation>不同的设置：{count}</translation>
    </message>
    <message>
        <source>The runs are being compared…</source>
        <translation>正在对比各次运行…</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>结论</translation>
    </message>
</context>
<context>
    <name>ConfusionSide</name>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
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
        <source>Known classes down, predicted ones across.</source>
        <translation>行为已知类别，列为预测类别。</translation>
    </message>
    <message>
        <source>No sample was held out.</source>
        <translation>没有留出样品。</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Training samples</source>
        <translation>训练样品</translation>
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
    <name>CorrelationView</name>
    <message>
        <source>Computing…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Correlations: arrow keys point at a pair, Enter shows its scatter plot</source>
        <translation>相关系数矩阵：方向键选择元素对，回车显示其散点图</translation>
    </message>
    <message>
        <source>Every pair uses the samples that have both. Click a cell to see its scatter plot.</source>
        <translation>每对元素采用两者均有数值的样品。单击单元格查看散点图。</translation>
    </message>
    <message>
        <source>{count} samples lack an element or have a value not above 0, and are left out. Click a cell to see its scatter plot.</source>
        <translation>{count} 个样品缺少某元素或含不大于 0 的值，未参与计算。单击单元格查看散点图。</translation>
    </message>
    <message>
        <source>{one} and {other}: {r}, {number} samples</source>
        <translation>{one} 与 {other}：{r}，{number} 个样品</translation>
    </message>
</context>
<context>
    <name>CrsField</name>
    <message>
        <source>A number such as 4509, a name such as CGCS2000 117E, or WKT</source>
        <translation>编号（如 4509）、名称（如 CGCS2000 117E、西安80 3度带）或 WKT</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>unknown, or EPSG:4509</source>
        <translation>未知，或 EPSG:4509</translation>
    </message>
</context>
<context>
    <name>CumulativePlot</name>
    <message>
        <source>Cumulative share</source>
        <translation>累积频率</translation>
    </message>
    <message>
        <source>The share of values up to each one.</source>
        <translation>不大于各数值的样品所占比例。</translation>
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
        <source>The loss will stand here.</source>
        <translation>误差曲线将显示在这里。</translation>
    </message>
</context>
<context>
    <name>CurvesView</name>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>Area under the curve</source>
        <translation>曲线下面积</translation>
    </message>
    <message>
        <source>Area, highest probability first, %</source>
        <translation>面积（按概率由高到低累计），%</translation>
    </message>
    <message>
        <source>Average precision</source>
        <translation>平均精确率</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校准曲线</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>False positive rate</source>
        <translation>假阳性率</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Precision–recall</source>
        <translation>精确率–召回率曲线</translation>
    </message>
    <message>
        <source>Prediction–area</source>
        <translation>预测–面积图</translation>
    </message>
    <message>
        <source>ROC</source>
        <translation>ROC 曲线</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>Samples captured, %</source>
        <translation>捕获的样品，%</translation>
    </message>
    <message>
        <source>Success rate</source>
        <translation>成功率曲线</translation>
    </message>
    <message>
        <source>The curves of the verdict will stand here.</source>
        <translation>此处将绘出评价结果的曲线。</translation>
    </message>
    <message>
        <source>The run classified no area: there is nothing to hold captures against.</source>
        <translation>本次运行没有对测区分类，无法统计捕获率对应的面积。</translation>
    </message>
    <message>
        <source>True positive rate</source>
        <translation>真阳性率</translation>
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
        <source>How it was read…</source>
        <translation>读取方式…</translation>
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
        <source>{features} features, {classes} classes</source>
        <translation>{features} 个特征，{classes} 个类别</translation>
    </message>
    <message>
        <source>{rows} rows, {columns} columns</source>
        <translation>{rows} 行，{columns} 列</translation>
    </message>
</context>
<context>
    <name>DecisionRow</name>
    <message>
        <source>As found: {value}</source>
        <translation>按文件：{value}</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
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
    <name>DependencePlot</name>
    <message>
        <source>Partial dependence</source>
        <translation>部分依赖</translation>
    </message>
    <message>
        <source>Partial dependence on {element}</source>
        <translation>对 {element} 的部分依赖</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
</context>
<context>
    <name>DependenceView</name>
    <message>
        <source>All classes</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>How the classes go with an element will stand here.</source>
        <translation>各类别的概率如何随一个元素变化，将显示在这里。</translation>
    </message>
    <message>
        <source>The element is set to each value in turn and all others are left as they are. Where it goes together with others, some of these samples do not occur in nature.</source>
        <translation>依次把该元素设为各个值，其余元素保持不变。若它与其他元素相关，其中有些样品在自然界并不存在。</translation>
    </message>
    <message>
        <source>The element is set to each value in turn in all cells of the window, and all others are left as they are. Windows so even hardly occur in nature: read which way a curve goes, not how far.</source>
        <translation>把窗口内所有单元的该元素依次设为各个值，其余元素保持不变。自然界中很少有这样均一的窗口，因此只看曲线的走向，不看幅度。</translation>
    </message>
</context>
<context>
    <name>DepositList</name>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Deposit (row)</source>
        <translation>矿床（行）</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Sample (row)</source>
        <translation>样品（行）</translation>
    </message>
    <message>
        <source>The first {shown} of {there} are listed.</source>
        <translation>共 {there} 项，列出前 {shown} 项。</translation>
    </message>
    <message>
        <source>Why it labels no sample</source>
        <translation>未标注样品的原因</translation>
    </message>
</context>
<context>
    <name>DepositsForm</name>
    <message>
        <source>All samples within the radius take the class of the nearest deposit.</source>
        <translation>半径以内的所有样品取最近矿床的类别。</translation>
    </message>
    <message>
        <source>All within</source>
        <translation>半径以内</translation>
    </message>
    <message>
        <source>At most away</source>
        <translation>最大距离</translation>
    </message>
    <message>
        <source>Background samples</source>
        <translation>背景样品</translation>
    </message>
    <message>
        <source>Background samples lie at least so far from every deposit, unmatched ones too.</source>
        <translation>背景样品到每个矿床（包括未匹配的矿床）的距离不小于此值。</translation>
    </message>
    <message>
        <source>Below the kept thresholds</source>
        <translation>不高于已采用的异常下限</translation>
    </message>
    <message>
        <source>Buffer</source>
        <translation>缓冲距离</translation>
    </message>
    <message>
        <source>Choose a file of deposits.</source>
        <translation>请选择矿床文件。</translation>
    </message>
    <message>
        <source>Choose the column of the deposits' classes.</source>
        <translation>请选择矿床的类别列。</translation>
    </message>
    <message>
        <source>Choose the columns of the deposits' coordinates.</source>
        <translation>请选择矿床的坐标列。</translation>
    </message>
    <message>
        <source>Choose two different columns for the coordinates.</source>
        <translation>两个坐标请选择不同的列。</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
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
        <source>Coordinate system of the deposits</source>
        <translation>矿床坐标系</translation>
    </message>
    <message>
        <source>Coordinate system of the deposits, such as EPSG:4326; they are reprojected.</source>
        <translation>矿床的坐标系，如 EPSG:4326；将自动转换到样品的坐标系。</translation>
    </message>
    <message>
        <source>Drawn at random</source>
        <translation>随机抽取数</translation>
    </message>
    <message>
        <source>Each deposit labels the sample nearest to it, one each.</source>
        <translation>每个矿床标注离它最近的一个样品。</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Keep an anomaly threshold under Thresholds first.</source>
        <translation>请先在“异常下限”中采用一个异常下限。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Nearest sample</source>
        <translation>最近样品</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Their class</source>
        <translation>类别名称</translation>
    </message>
    <message>
        <source>Write the radius within which samples are labelled.</source>
        <translation>请填写标注样品的半径。</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>as the samples</source>
        <translation>与样品相同</translation>
    </message>
    <message>
        <source>no deposit</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>“{text}” is no distance; write a number.</source>
        <translation>“{text}”不是距离；请填写数字。</translation>
    </message>
</context>
<context>
    <name>DistributionPanel</name>
    <message>
        <source>Drag over a plot to select samples.</source>
        <translation>在图上拖动以选择样品。</translation>
    </message>
    <message>
        <source>Grey and hollow: {count} values below the limit, dashed.</source>
        <translation>灰色及空心：{count} 个低于检出限的值；虚线为检出限。</translation>
    </message>
    <message>
        <source>Not shown: {count} values not above 0, without a logarithm.</source>
        <translation>未画出：{count} 个不大于 0、无法取对数的值。</translation>
    </message>
</context>
<context>
    <name>DivisionView</name>
    <message>
        <source>Dividing the samples…</source>
        <translation>正在划分样品…</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>折</translation>
    </message>
    <message>
        <source>Folds</source>
        <translation>折数</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不参加计算</translation>
    </message>
    <message>
        <source>Number of the fold</source>
        <translation>折的编号</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>其余</translation>
    </message>
    <message>
        <source>Samples that judge; its networks never see them</source>
        <translation>用于评价的样品，该折的网络从未见过</translation>
    </message>
    <message>
        <source>Samples to train on, with the validation part</source>
        <translation>用于训练的样品，含验证样品</translation>
    </message>
    <message>
        <source>There is nothing to divide yet.</source>
        <translation>还没有可划分的样品。</translation>
    </message>
    <message>
        <source>Too near to these: neither trained on nor judged</source>
        <translation>离留出样品太近：既不训练也不评价</translation>
    </message>
    <message>
        <source>fold {n}</source>
        <translation>第 {n} 折</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>not held out</source>
        <translation>未留出</translation>
    </message>
</context>
<context>
    <name>DrawPad</name>
    <message>
        <source>Draw here</source>
        <translation>在此书写</translation>
    </message>
    <message>
        <source>Pad to draw on with the mouse, a pen or a finger</source>
        <translation>手写板，可用鼠标、手写笔或手指</translation>
    </message>
</context>
<context>
    <name>DrawPage</name>
    <message>
        <source>Added as class {name}; drawings of it now: {held}.</source>
        <translation>已添加为类别 {name}；该类现有 {held} 个手写样本。</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>手写</translation>
    </message>
    <message>
        <source>Drawings are read by a trained network. Train one on the 8 × 8 digits in some seconds, or open a finished run on the Runs page.</source>
        <translation>手写内容由训练好的网络识别。可用 8 × 8 数字几秒钟训练一个网络，或在“运行记录”页打开一个已完成的运行。</translation>
    </message>
    <message>
        <source>Feature maps, saliency and the nearest training samples of the drawing</source>
        <translation>手写图像的特征图、显著性和最近的训练样本</translation>
    </message>
    <message>
        <source>Folder of the drawings</source>
        <translation>手写样本文件夹</translation>
    </message>
    <message>
        <source>Go to Runs</source>
        <translation>转到运行记录</translation>
    </message>
    <message>
        <source>Open the digits and train</source>
        <translation>打开数字并训练</translation>
    </message>
    <message>
        <source>Reading the network…</source>
        <translation>正在读取网络…</translation>
    </message>
    <message>
        <source>See inside</source>
        <translation>查看网络内部</translation>
    </message>
</context>
<context>
    <name>DrawStage</name>
    <message>
        <source>Feature maps of</source>
        <translation>特征图来自</translation>
    </message>
    <message>
        <source>Feature maps of the drawing; Enter enlarges one</source>
        <translation>手写图像的特征图；按 Enter 键放大</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>网络看到的图像</translation>
    </message>
</context>
<context>
    <name>ElementFacts</name>
    <message>
        <source>Amount of</source>
        <translation>折算为</translation>
    </message>
    <message>
        <source>Coefficient of variation</source>
        <translation>变异系数</translation>
    </message>
    <message>
        <source>Geometric mean</source>
        <translation>几何平均值</translation>
    </message>
    <message>
        <source>Lower quartile</source>
        <translation>下四分位数</translation>
    </message>
    <message>
        <source>MAD × 1.4826</source>
        <translation>绝对中位差 × 1.4826</translation>
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
        <source>Method {method}</source>
        <translation>分析方法 {method}</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Skewness</source>
        <translation>偏度</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>The file states no unit. Choose the one it was measured in.</source>
        <translation>文件未注明单位，请选择测定时所用的单位。</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Upper quartile</source>
        <translation>上四分位数</translation>
    </message>
    <message>
        <source>amount of</source>
        <translation>折算为</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>{above} above the range, counted as its end</source>
        <translation>{above} 个超出上限，按上限值计</translation>
    </message>
    <message>
        <source>{below} below the limit ({share}): {limits}</source>
        <translation>{below} 个低于检出限（{share}）：{limits}</translation>
    </message>
    <message>
        <source>{count} not above 0: without a logarithm</source>
        <translation>{count} 个不大于 0，无法取对数</translation>
    </message>
    <message>
        <source>{count} values, {missing} missing</source>
        <translation>{count} 个数值，缺失 {missing} 个</translation>
    </message>
    <message>
        <source>{number} limits, &lt;{low} to &lt;{high}</source>
        <translation>{number} 个检出限，&lt;{low} 至 &lt;{high}</translation>
    </message>
</context>
<context>
    <name>ElementLayers</name>
    <message>
        <source>1–2 × threshold</source>
        <translation>异常下限的 1–2 倍</translation>
    </message>
    <message>
        <source>2–4 × threshold</source>
        <translation>异常下限的 2–4 倍</translation>
    </message>
    <message>
        <source>above 4 × threshold</source>
        <translation>大于异常下限的 4 倍</translation>
    </message>
    <message>
        <source>standard deviations</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>up to the threshold</source>
        <translation>不高于异常下限</translation>
    </message>
    <message>
        <source>{element} less its linear fit on the {count} other features</source>
        <translation>{element} 减去由其余 {count} 个特征线性拟合的值</translation>
    </message>
</context>
<context>
    <name>ElementTable</name>
    <message>
        <source>&lt; limit</source>
        <translation>低于检出限</translation>
    </message>
    <message>
        <source>&gt; range</source>
        <translation>超出上限</translation>
    </message>
    <message>
        <source>CV</source>
        <translation>变异系数</translation>
    </message>
    <message>
        <source>Geo. mean</source>
        <translation>几何平均值</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>检出限</translation>
    </message>
    <message>
        <source>MAD</source>
        <translation>绝对中位差</translation>
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
        <source>Method</source>
        <translation>方法</translation>
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
        <source>Q1</source>
        <translation>下四分位数</translation>
    </message>
    <message>
        <source>Q3</source>
        <translation>上四分位数</translation>
    </message>
    <message>
        <source>SD</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Skewness</source>
        <translation>偏度</translation>
    </message>
    <message>
        <source>Statistics of the elements</source>
        <translation>元素统计表</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>n</source>
        <translation>样品数</translation>
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
    <name>ExampleLinks</name>
    <message>
        <source>For example</source>
        <translation>例如</translation>
    </message>
</context>
<context>
    <name>ExploreChoices</name>
    <message>
        <source>A value below its limit counts as</source>
        <translation>低于检出限的值按下列值计</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>坐标轴</translation>
    </message>
    <message>
        <source>Axis of the plots</source>
        <translation>图件坐标轴</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>相关系数</translation>
    </message>
    <message>
        <source>Correlation of</source>
        <translation>计算对象</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Similar elements side by side</source>
        <translation>相近元素排在一起（聚类）</translation>
    </message>
    <message>
        <source>Statistics of log10 in the table</source>
        <translation>表中统计 log10 值</translation>
    </message>
    <message>
        <source>centred logratios (CLR)</source>
        <translation>中心对数比（CLR）</translation>
    </message>
    <message>
        <source>half of the limit</source>
        <translation>检出限的一半</translation>
    </message>
    <message>
        <source>limit / √2</source>
        <translation>检出限 / √2</translation>
    </message>
    <message>
        <source>log10 of the values</source>
        <translation>数值的 log10</translation>
    </message>
    <message>
        <source>the limit</source>
        <translation>检出限</translation>
    </message>
    <message>
        <source>the values</source>
        <translation>原始数值</translation>
    </message>
</context>
<context>
    <name>ExplorePage</name>
    <message>
        <source>Correlations</source>
        <translation>相关性</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Element map</source>
        <translation>元素图</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>数据探索</translation>
    </message>
    <message>
        <source>Go to Data</source>
        <translation>转到数据</translation>
    </message>
    <message>
        <source>No elements yet: open a table, and make its elements features.</source>
        <translation>尚无元素：请打开数据表，并把元素列设为特征。</translation>
    </message>
    <message>
        <source>Scatter</source>
        <translation>散点图</translation>
    </message>
</context>
<context>
    <name>ExploreTabs</name>
    <message>
        <source>row {row}: {name} = {value}</source>
        <translation>第 {row} 行：{name} = {value}</translation>
    </message>
    <message>
        <source>row {row}: {name} missing</source>
        <translation>第 {row} 行：{name} 缺失</translation>
    </message>
</context>
<context>
    <name>ExportKinds</name>
    <message>
        <source>A band each: probability of the class, agreement, entropy, every class's probability.</source>
        <translation>各为一个波段：所示类别的概率、一致度、熵、每个类别的概率。</translation>
    </message>
    <message>
        <source>A point each with all predictions, for a GIS.</source>
        <translation>每个样品一个点，含全部预测结果，供 GIS 使用。</translation>
    </message>
    <message>
        <source>A row for each sample, UTF-8.</source>
        <translation>每个样品一行，UTF-8 编码。</translation>
    </message>
    <message>
        <source>A row for each sample, for Python and R.</source>
        <translation>每个样品一行，供 Python 和 R 使用。</translation>
    </message>
    <message>
        <source>All that was decided, to train again here or elsewhere.</source>
        <translation>全部设置，可在本机或别处重新训练。</translation>
    </message>
    <message>
        <source>As above with field names of 10 letters; a text file lists them.</source>
        <translation>同上，字段名限 10 个字符，另有文本文件列出对照。</translation>
    </message>
    <message>
        <source>Class areas (GeoPackage)</source>
        <translation>类别面（GeoPackage）</translation>
    </message>
    <message>
        <source>Class map (GeoTIFF)</source>
        <translation>分类图（GeoTIFF）</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Job (TOML)</source>
        <translation>作业（TOML）</translation>
    </message>
    <message>
        <source>Map sheet (PDF)</source>
        <translation>图件（PDF）</translation>
    </message>
    <message>
        <source>Map sheet (PNG)</source>
        <translation>图件（PNG）</translation>
    </message>
    <message>
        <source>Map sheet (SVG)</source>
        <translation>图件（SVG）</translation>
    </message>
    <message>
        <source>Map with title, legend, scale, north arrow and coordinates.</source>
        <translation>带图名、图例、比例尺、指北针和坐标的图件。</translation>
    </message>
    <message>
        <source>One band of classes with their colours and names, for a GIS.</source>
        <translation>一个类别波段，带颜色和名称，供 GIS 使用。</translation>
    </message>
    <message>
        <source>Predictions, training results, legend and job, a sheet each.</source>
        <translation>预测结果、训练结果、图例和作业，各一张工作表。</translation>
    </message>
    <message>
        <source>Probabilities (GeoTIFF)</source>
        <translation>概率（GeoTIFF）</translation>
    </message>
    <message>
        <source>Samples (GeoPackage)</source>
        <translation>样品点（GeoPackage）</translation>
    </message>
    <message>
        <source>Samples (Shapefile)</source>
        <translation>样品点（Shapefile）</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>表格（CSV）</translation>
    </message>
    <message>
        <source>Table (Excel)</source>
        <translation>表格（Excel）</translation>
    </message>
    <message>
        <source>Table (Parquet)</source>
        <translation>表格（Parquet）</translation>
    </message>
    <message>
        <source>The cells of each class as polygons.</source>
        <translation>每个类别的单元合成多边形。</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Agreement of the members</source>
        <translation>各成员的一致度</translation>
    </message>
    <message>
        <source>Cell size</source>
        <translation>单元边长</translation>
    </message>
    <message>
        <source>Cell size and search radius are numbers above 0.</source>
        <translation>单元边长和搜索半径应为大于 0 的数。</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>熵</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>How numbers between scattered samples are found; classes always by the nearest sample.</source>
        <translation>散点样品之间的数值如何求得；类别总是取最近样品。</translation>
    </message>
    <message>
        <source>Interpolation</source>
        <translation>插值</translation>
    </message>
    <message>
        <source>Inverse distances (IDW)</source>
        <translation>反距离加权（IDW）</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Nearest sample</source>
        <translation>最近样品</translation>
    </message>
    <message>
        <source>Only for samples that lie on no grid: cells farther than the radius from every sample stay empty.</source>
        <translation>仅用于不在规则网格上的样品：距所有样品都超过搜索半径的单元留空。</translation>
    </message>
    <message>
        <source>Ordinary kriging</source>
        <translation>普通克里金</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>样点</translation>
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
        <source>Radial basis functions (RBF)</source>
        <translation>径向基函数（RBF）</translation>
    </message>
    <message>
        <source>Residuals: missing probability</source>
        <translation>残差：概率的欠缺</translation>
    </message>
    <message>
        <source>Residuals: output − target</source>
        <translation>残差：输出 − 目标</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>Search radius</source>
        <translation>搜索半径</translation>
    </message>
    <message>
        <source>The run has no coordinates.</source>
        <translation>本次运行没有坐标。</translation>
    </message>
    <message>
        <source>There is no result yet: train a network, or open a finished run.</source>
        <translation>还没有结果：请训练网络，或打开已完成的运行。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>图名</translation>
    </message>
    <message>
        <source>What to take away</source>
        <translation>导出内容</translation>
    </message>
    <message>
        <source>as proposed</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>{dpi} dpi</source>
        <translation>{dpi} dpi</translation>
    </message>
    <message>
        <source>{name}: residual</source>
        <translation>{name}：残差</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Copied. Paste it into a terminal to repeat this run.</source>
        <translation>已复制。粘贴到终端即可重复本次运行。</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Mark row by row instead</source>
        <translation>改为逐行标记</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>已保存为 {name}。</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Show it as a map</source>
        <translation>显示为图</translation>
    </message>
    <message>
        <source>{rows} rows classified into {name}.</source>
        <translation>已将 {rows} 行的分类结果写入 {name}。</translation>
    </message>
</context>
<context>
    <name>FactsTable</name>
    <message>
        <source>About this cell</source>
        <translation>该单元的信息</translation>
    </message>
</context>
<context>
    <name>FeatureChecks</name>
    <message>
        <source>All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>None</source>
        <translation>全不选</translation>
    </message>
</context>
<context>
    <name>FeaturesView</name>
    <message>
        <source>Each map its own</source>
        <translation>每图单独</translation>
    </message>
    <message>
        <source>Feature maps; Enter enlarges one</source>
        <translation>特征图；按 Enter 键放大</translation>
    </message>
    <message>
        <source>One for the layer</source>
        <translation>整层统一</translation>
    </message>
    <message>
        <source>Scale of the colours</source>
        <translation>色标</translation>
    </message>
    <message>
        <source>map {number}, line {line}, column {column}: {value}  ·  {low} to {high}</source>
        <translation>特征图 {number}，第 {line} 行第 {column} 列：{value}  ·  {low} 至 {high}</translation>
    </message>
    <message>
        <source>unit {number}: {value}</source>
        <translation>神经元 {number}：{value}</translation>
    </message>
</context>
<context>
    <name>FileDecisions</name>
    <message>
        <source>A column for each sample</source>
        <translation>一列一个样品</translation>
    </message>
    <message>
        <source>A row for each sample</source>
        <translation>一行一个样品</translation>
    </message>
    <message>
        <source>A row for each value</source>
        <translation>一行一个测定值</translation>
    </message>
    <message>
        <source>Bar |</source>
        <translation>竖线 |</translation>
    </message>
    <message>
        <source>Blanks</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Check samples</source>
        <translation>质控样</translation>
    </message>
    <message>
        <source>Codes besides those found, blanks between them.</source>
        <translation>在已发现的代码之外再补充的代码，用空格隔开。</translation>
    </message>
    <message>
        <source>Codes that were found and are none, blanks between them.</source>
        <translation>已发现但并非缺失代码的，用空格隔开。</translation>
    </message>
    <message>
        <source>Comma ,</source>
        <translation>逗号 ,</translation>
    </message>
    <message>
        <source>Comma 1,5</source>
        <translation>逗号 1,5</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>Decimal sign</source>
        <translation>小数点</translation>
    </message>
    <message>
        <source>Double "</source>
        <translation>双引号 "</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>First</source>
        <translation>第一个</translation>
    </message>
    <message>
        <source>First sample</source>
        <translation>首个样品</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>It was chosen for the table.</source>
        <translation>已为本表选定。</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最后一个</translation>
    </message>
    <message>
        <source>Last sample</source>
        <translation>末个样品</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>排列方式</translation>
    </message>
    <message>
        <source>Left in</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Line of methods</source>
        <translation>方法行</translation>
    </message>
    <message>
        <source>Line of units</source>
        <translation>单位行</translation>
    </message>
    <message>
        <source>Lines of names</source>
        <translation>列名行</translation>
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
        <source>Missing codes</source>
        <translation>缺失代码</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Not missing</source>
        <translation>非缺失代码</translation>
    </message>
    <message>
        <source>Point 1.5</source>
        <translation>点 1.5</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>引号</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>重复值</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样品</translation>
    </message>
    <message>
        <source>Semicolon ;</source>
        <translation>分号 ;</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Single '</source>
        <translation>单引号 '</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Thousands</source>
        <translation>千位分隔符</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Without duplicates too</source>
        <translation>重复样也剔除</translation>
    </message>
    <message>
        <source>Without standards and blanks</source>
        <translation>剔除标样和空白样</translation>
    </message>
    <message>
        <source>the recipe</source>
        <translation>读取方案</translation>
    </message>
</context>
<context>
    <name>FiltersView</name>
    <message>
        <source>Filters of {layer}: {count}, each of {height} × {width} weights</source>
        <translation>{layer} 的卷积核：{count} 个，每个 {height} × {width} 个权值</translation>
    </message>
    <message>
        <source>Filters; Enter enlarges one</source>
        <translation>卷积核；按 Enter 键放大</translation>
    </message>
    <message>
        <source>Map that they read</source>
        <translation>所读取的输入特征图</translation>
    </message>
    <message>
        <source>does not read it</source>
        <translation>不读取该图</translation>
    </message>
    <message>
        <source>filter {number}, map {read}, line {line}, column {column}: {value}</source>
        <translation>卷积核 {number}，输入特征图 {read}，第 {line} 行第 {column} 列：{value}</translation>
    </message>
    <message>
        <source>for each of the {channels} maps that they read, side by side</source>
        <translation>对应所读取的 {channels} 个输入特征图，并排显示</translation>
    </message>
    <message>
        <source>for one of the {channels} maps that they read</source>
        <translation>对应所读取的 {channels} 个输入特征图之一</translation>
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
        <source>Digits of 8 × 8 pixels</source>
        <translation>8 × 8 像素手写数字</translation>
    </message>
    <message>
        <source>Gold deposits (synthetic)</source>
        <translation>金矿床（合成数据）</translation>
    </message>
    <message>
        <source>How it was read</source>
        <translation>读取方式</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open a folder of images</source>
        <translation>打开图像文件夹</translation>
    </message>
    <message>
        <source>Something went wrong inside the program.</source>
        <translation>程序内部出错。</translation>
    </message>
    <message>
        <source>Tables, images and projects ({suffixes});;All files (*)</source>
        <translation>数据表、图像和工程 ({suffixes});;所有文件 (*)</translation>
    </message>
    <message>
        <source>{count} more.</source>
        <translation>另有 {count} 条。</translation>
    </message>
</context>
<context>
    <name>FurtherView</name>
    <message>
        <source>Working…</source>
        <translation>进行中…</translation>
    </message>
</context>
<context>
    <name>GalleryChoice</name>
    <message>
        <source>All are classified right</source>
        <translation>全部判别正确</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>单元格</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Click a cell of the confusion matrix first.</source>
        <translation>请先单击混淆矩阵中的一个单元格。</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>误判</translation>
    </message>
    <message>
        <source>Images on show</source>
        <translation>显示的图像</translation>
    </message>
    <message>
        <source>Least certain</source>
        <translation>最不确定</translation>
    </message>
    <message>
        <source>No image</source>
        <translation>没有图像</translation>
    </message>
    <message>
        <source>No image of class {known} was classified right</source>
        <translation>没有 {known} 类图像判别正确</translation>
    </message>
    <message>
        <source>No image of class {known} was taken for {given}</source>
        <translation>没有 {known} 类图像误判为 {given} 类</translation>
    </message>
    <message>
        <source>{images} errors, the surest first</source>
        <translation>{images} 幅误判图像，概率高者在前</translation>
    </message>
    <message>
        <source>{images} images of class {known} taken for {given}, the surest first</source>
        <translation>{images} 幅 {known} 类图像误判为 {given} 类，概率高者在前</translation>
    </message>
    <message>
        <source>{images} images of class {known}, rightly so, the surest first</source>
        <translation>{images} 幅 {known} 类图像判别正确，概率高者在前</translation>
    </message>
    <message>
        <source>{images} images of this class, the hardest first</source>
        <translation>该类 {images} 幅图像，最难判别者在前</translation>
    </message>
    <message>
        <source>{images} images, the most doubtful first</source>
        <translation>{images} 幅图像，最不确定者在前</translation>
    </message>
</context>
<context>
    <name>GraphWords</name>
    <message>
        <source>L2 pool</source>
        <translation>L2 池化</translation>
    </message>
    <message>
        <source>The image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>conv</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>dense</source>
        <translation>密集</translation>
    </message>
    <message>
        <source>distances</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>full</source>
        <translation>全连接</translation>
    </message>
    <message>
        <source>global mean</source>
        <translation>全局平均</translation>
    </message>
    <message>
        <source>image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>join</source>
        <translation>拼接</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均池化</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>pool</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>residual</source>
        <translation>残差</translation>
    </message>
    <message>
        <source>shortcut</source>
        <translation>捷径</translation>
    </message>
    <message>
        <source>subsample</source>
        <translation>下采样</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>求和</translation>
    </message>
    <message>
        <source>{branches} branches</source>
        <translation>{branches} 个分支</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 至 {last}</translation>
    </message>
    <message>
        <source>{number} parameters</source>
        <translation>{number} 个参数</translation>
    </message>
    <message>
        <source>{repeats} times in a row, with {layers} layers in all</source>
        <translation>连续重复 {repeats} 次，共 {layers} 层</translation>
    </message>
</context>
<context>
    <name>GriddingPanel</name>
    <message>
        <source>Blank beyond</source>
        <translation>空白距离</translation>
    </message>
    <message>
        <source>Cell size</source>
        <translation>单元边长</translation>
    </message>
    <message>
        <source>Cell size and distance are numbers above 0.</source>
        <translation>单元大小和距离应为大于 0 的数。</translation>
    </message>
    <message>
        <source>Cells farther from every sample stay empty, so that gaps stay gaps.</source>
        <translation>距所有样品都超过此距离的单元留空，使空白区保持空白。</translation>
    </message>
    <message>
        <source>Classes are no numbers: only the nearest sample can be taken.</source>
        <translation>类别不是数值，只能取最近样品。</translation>
    </message>
    <message>
        <source>Interpolate</source>
        <translation>网格化</translation>
    </message>
    <message>
        <source>Interpolate between the samples; gaps stay gaps.</source>
        <translation>在样品之间插值；无样品的空白区仍留空白。</translation>
    </message>
    <message>
        <source>Interpolation</source>
        <translation>插值</translation>
    </message>
    <message>
        <source>Inverse distances (IDW)</source>
        <translation>反距离加权（IDW）</translation>
    </message>
    <message>
        <source>Nearest sample</source>
        <translation>最近样品</translation>
    </message>
    <message>
        <source>On logarithms</source>
        <translation>对对数值插值</translation>
    </message>
    <message>
        <source>Ordinary kriging</source>
        <translation>普通克里金</translation>
    </message>
    <message>
        <source>Radial basis functions (RBF)</source>
        <translation>径向基函数（RBF）</translation>
    </message>
    <message>
        <source>Show the samples</source>
        <translation>显示样品点</translation>
    </message>
    <message>
        <source>Side of a cell in units of the coordinates; empty: from the samples' distance</source>
        <translation>网格单元边长，单位与坐标相同；留空时按样品间距确定</translation>
    </message>
    <message>
        <source>Unit of the distance</source>
        <translation>距离的单位</translation>
    </message>
    <message>
        <source>m</source>
        <translation>m</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>units</source>
        <translation>坐标单位</translation>
    </message>
    <message>
        <source>{radius} {unit}: {reach} times the usual distance, {spacing}</source>
        <translation>{radius} {unit}：通常样品间距 {spacing} 的 {reach} 倍</translation>
    </message>
    <message>
        <source>{reach} times the usual distance of the samples</source>
        <translation>通常样品间距的 {reach} 倍</translation>
    </message>
    <message>
        <source>× spacing</source>
        <translation>× 样品间距</translation>
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
    <name>HistogramPlot</name>
    <message>
        <source>Histogram</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>Values in each bin; bins are as wide as the rule of Freedman and Diaconis says.</source>
        <translation>各组内的数值个数；组距按 Freedman–Diaconis 规则确定。</translation>
    </message>
</context>
<context>
    <name>ImageExports</name>
    <message>
        <source>Classified images</source>
        <translation>分类结果</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Folder of images to classify</source>
        <translation>待分类图像的文件夹</translation>
    </message>
    <message>
        <source>Images ({endings});;All files (*)</source>
        <translation>图像 ({endings});;所有文件 (*)</translation>
    </message>
    <message>
        <source>Images to classify</source>
        <translation>待分类图像</translation>
    </message>
    <message>
        <source>Job (*.toml)</source>
        <translation>作业 (*.toml)</translation>
    </message>
    <message>
        <source>Job file</source>
        <translation>作业文件</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>预测结果</translation>
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
    <name>ImageFacts</name>
    <message>
        <source>No test part of its own; one is drawn on Prepare</source>
        <translation>数据源没有测试集；在“预处理”中抽取</translation>
    </message>
    <message>
        <source>{count} images are the source's own test part</source>
        <translation>其中 {count} 幅为数据源自带的测试集</translation>
    </message>
    <message>
        <source>{count} images have no class; they are only predicted</source>
        <translation>{count} 幅图像没有类别，只用于预测</translation>
    </message>
    <message>
        <source>{images} images in {classes} classes</source>
        <translation>{images} 幅图像，{classes} 个类别</translation>
    </message>
</context>
<context>
    <name>ImageInsidePage</name>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Convolution filters</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>Feature maps</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>Feature reuse</source>
        <translation>特征复用</translation>
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
        <source>Inside</source>
        <translation>内部</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Member {number}</source>
        <translation>成员 {number}</translation>
    </message>
    <message>
        <source>Nearest samples</source>
        <translation>相近样本</translation>
    </message>
    <message>
        <source>Projection</source>
        <translation>投影</translation>
    </message>
    <message>
        <source>Reading the network…</source>
        <translation>正在读取网络…</translation>
    </message>
    <message>
        <source>Saliency</source>
        <translation>显著图</translation>
    </message>
    <message>
        <source>There is a network to look into when a run has ended: train one, or open a finished run on the Runs page.</source>
        <translation>训练结束后才能查看网络内部：请先训练，或在“运行记录”页打开一个已完成的运行。</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权值</translation>
    </message>
    <message>
        <source>Your drawing</source>
        <translation>您的手写</translation>
    </message>
    <message>
        <source>class {name}</source>
        <translation>类别 {name}</translation>
    </message>
    <message>
        <source>no class</source>
        <translation>无类别</translation>
    </message>
    <message>
        <source>taken for {name}, {share}</source>
        <translation>判为 {name}，{share}</translation>
    </message>
</context>
<context>
    <name>ImageJudgePage</name>
    <message>
        <source>Go to Runs</source>
        <translation>转到运行记录</translation>
    </message>
    <message>
        <source>Go to Train</source>
        <translation>转到训练</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>No error in this part: look at the least certain images.</source>
        <translation>该部分没有误判：可查看最不确定的图像。</translation>
    </message>
    <message>
        <source>No image of this part is here.</source>
        <translation>该部分没有这样的图像。</translation>
    </message>
    <message>
        <source>No result yet: train a network, or open a finished run on the Runs page.</source>
        <translation>还没有结果：请训练网络，或在“运行记录”页打开已完成的运行。</translation>
    </message>
    <message>
        <source>See inside</source>
        <translation>查看网络内部</translation>
    </message>
    <message>
        <source>The images have changed since this run: their pictures cannot be shown. Train again, or open the images that it learned from.</source>
        <translation>图像在本次运行之后已改变，无法显示对应的图片。请重新训练，或打开训练时所用的图像。</translation>
    </message>
    <message>
        <source>What the layers of the network make of this image</source>
        <translation>网络各层对这幅图像的响应</translation>
    </message>
</context>
<context>
    <name>ImagePreparePage</name>
    <message>
        <source>Augmentation</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <source>Change the samples at random once more.</source>
        <translation>重新随机变换这些样本。</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Go to the images</source>
        <translation>转到图像</translation>
    </message>
    <message>
        <source>Open images first.</source>
        <translation>请先打开图像。</translation>
    </message>
    <message>
        <source>Other changes</source>
        <translation>重新变换</translation>
    </message>
    <message>
        <source>Other samples</source>
        <translation>换一批样本</translation>
    </message>
    <message>
        <source>Pixels and parts</source>
        <translation>像素与数据划分</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>预处理</translation>
    </message>
</context>
<context>
    <name>ImageRoad</name>
    <message>
        <source>A run is in training.</source>
        <translation>有一个运行正在训练。</translation>
    </message>
    <message>
        <source>Draw a digit and let the network read it</source>
        <translation>写一个数字，让网络识别</translation>
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
        <source>Filters, feature maps and what a decision rests on</source>
        <translation>卷积核、特征图，以及判断的依据</translation>
    </message>
    <message>
        <source>Open images first.</source>
        <translation>请先打开图像。</translation>
    </message>
    <message>
        <source>The run has ended.</source>
        <translation>运行已结束。</translation>
    </message>
    <message>
        <source>There is something to see when a run has ended.</source>
        <translation>训练结束后才有内容可看。</translation>
    </message>
    <message>
        <source>What happens to the pixels, and augmentation</source>
        <translation>像素的处理与数据增强</translation>
    </message>
    <message>
        <source>What the run on show is worth, and its errors as pictures</source>
        <translation>当前训练的效果，以及分错的图像</translation>
    </message>
    <message>
        <source>{images} images in {classes} classes</source>
        <translation>{images} 幅图像，{classes} 个类别</translation>
    </message>
</context>
<context>
    <name>ImageTrainPage</name>
    <message>
        <source>Figures of the training</source>
        <translation>训练指标</translation>
    </message>
    <message>
        <source>Go to Images</source>
        <translation>转到“图像”</translation>
    </message>
    <message>
        <source>Go to Network</source>
        <translation>转到“网络”</translation>
    </message>
    <message>
        <source>Open images first: the digits that come with the program, or your own.</source>
        <translation>请先打开图像：程序自带的数字图像，或您自己的图像。</translation>
    </message>
    <message>
        <source>See the errors</source>
        <translation>查看误判</translation>
    </message>
    <message>
        <source>Set the rate to {rate}</source>
        <translation>将学习率设为 {rate}</translation>
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
        <source>Worked around in this run</source>
        <translation>本次运行中自动处理的问题</translation>
    </message>
    <message>
        <source>{network} · {samples} labelled images</source>
        <translation>{network} · {samples} 幅有标签图像</translation>
    </message>
</context>
<context>
    <name>ImageWords</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Fewest: {scarce} with {least}; most: {common} with {most}.</source>
        <translation>最少：{scarce}，{least} 幅；最多：{common}，{most} 幅。</translation>
    </message>
    <message>
        <source>No class</source>
        <translation>无类别</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>第 {number} 号</translation>
    </message>
    <message>
        <source>Test part</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>Training part</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>class {name}</source>
        <translation>类别 {name}</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>no class</source>
        <translation>无类别</translation>
    </message>
    <message>
        <source>red, green, blue</source>
        <translation>红、绿、蓝</translation>
    </message>
    <message>
        <source>test part</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>training part</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>{channels} channels</source>
        <translation>{channels} 个通道</translation>
    </message>
    <message>
        <source>{count} images in every class.</source>
        <translation>每个类别 {count} 幅图像。</translation>
    </message>
    <message>
        <source>{width} × {height} pixels, {made_of}</source>
        <translation>{width} × {height} 像素，{made_of}</translation>
    </message>
</context>
<context>
    <name>ImagesPage</name>
    <message>
        <source>A click on a class shows all of its samples.</source>
        <translation>单击某一类别，可查看该类全部样本。</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>All images</source>
        <translation>全部图像</translation>
    </message>
    <message>
        <source>Bundled sets</source>
        <translation>自带图像集</translation>
    </message>
    <message>
        <source>How they were read</source>
        <translation>读取方式</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Open a file or a folder of images, or choose a bundled set.</source>
        <translation>请打开图像文件或文件夹，或选用自带图像集。</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Samples of the class</source>
        <translation>该类的样本</translation>
    </message>
    <message>
        <source>Samples shown</source>
        <translation>显示的样本</translation>
    </message>
    <message>
        <source>Show others</source>
        <translation>换一批</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>{name}: {count} samples</source>
        <translation>{name}：{count} 个样本</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Cells that could not be read</source>
        <translation>未能读取的单元格</translation>
    </message>
    <message>
        <source>Check samples</source>
        <translation>质控样</translation>
    </message>
    <message>
        <source>Check samples ({count})</source>
        <translation>质控样（{count}）</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Column of the file</source>
        <translation>文件中的列</translation>
    </message>
    <message>
        <source>Could not be read ({count})</source>
        <translation>未能读取（{count}）</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>各项决定</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Notices ({count})</source>
        <translation>提示（{count}）</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Please look at: {names}.</source>
        <translation>请核对：{names}。</translation>
    </message>
    <message>
        <source>Recipes (*.toml)</source>
        <translation>读取方案 (*.toml)</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>样品序号</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样品数</translation>
    </message>
    <message>
        <source>Save recipe…</source>
        <translation>保存方案…</translation>
    </message>
    <message>
        <source>Save the recipe</source>
        <translation>保存方案</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>已保存为 {name}。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>The file as it is</source>
        <translation>原始文件</translation>
    </message>
    <message>
        <source>The table it becomes</source>
        <translation>读成的数据表</translation>
    </message>
    <message>
        <source>Use a recipe</source>
        <translation>使用方案</translation>
    </message>
    <message>
        <source>Use a recipe…</source>
        <translation>使用方案…</translation>
    </message>
    <message>
        <source>Use this table</source>
        <translation>使用此表</translation>
    </message>
    <message>
        <source>{rows} samples, {columns} columns, {decisions} decisions.</source>
        <translation>{rows} 个样品，{columns} 列，{decisions} 项决定。</translation>
    </message>
</context>
<context>
    <name>ImportanceView</name>
    <message>
        <source>0 lies outside of the interval: the network needs it.</source>
        <translation>区间不含 0：网络需要它。</translation>
    </message>
    <message>
        <source>0 lies within the interval: no use of it can be shown.</source>
        <translation>区间包含 0：看不出它有用。</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>平衡准确率</translation>
    </message>
    <message>
        <source>By how much the balanced accuracy falls</source>
        <translation>平衡准确率下降多少</translation>
    </message>
    <message>
        <source>Each element was exchanged {repeats} times between the windows of {samples} held-out samples, all cells of a window at once; as they are, the network has a macro-F1 of {whole}.</source>
        <translation>每个元素在 {samples} 个留出样品的窗口之间整窗互换了 {repeats} 次；不互换时网络的宏平均F1为 {whole}。</translation>
    </message>
    <message>
        <source>Each element was shuffled {repeats} times among {samples} held-out samples, of which the network has a macro-F1 of {whole}.</source>
        <translation>每个元素在 {samples} 个留出样品之间打乱了 {repeats} 次；不打乱时网络的宏平均F1为 {whole}。</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>Importance of the elements</source>
        <translation>元素重要性</translation>
    </message>
    <message>
        <source>Macro-F1 falls by</source>
        <translation>宏平均F1下降</translation>
    </message>
    <message>
        <source>Mean over the orders, and where 95 % of them would lie; below 0 where it rises</source>
        <translation>各次打乱的平均值，以及其中 95 % 所在的范围；小于 0 表示指标上升</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>标尺</translation>
    </message>
    <message>
        <source>Some go together so closely that each hides the other, so judge them by the rows where they are shuffled together: {groups}.</source>
        <translation>有些元素相关很强，单独打乱时会互相掩盖，请看一起打乱的那几行：{groups}。</translation>
    </message>
    <message>
        <source>Standard deviation of the fall over the members, each by itself</source>
        <translation>各成员单独计算的下降量的标准差</translation>
    </message>
    <message>
        <source>The bar is the fall, the thick line its interval, the thin one the standard deviation over the members.</source>
        <translation>条形为下降量，粗线为其区间，细线为各成员间的标准差。</translation>
    </message>
    <message>
        <source>The network judges better without it: what it learned of it does not hold.</source>
        <translation>没有它网络反而判得更好：从中学到的东西不成立。</translation>
    </message>
    <message>
        <source>Together: {names}</source>
        <translation>一起打乱：{names}</translation>
    </message>
    <message>
        <source>What each element is worth will stand here.</source>
        <translation>各元素的重要性将显示在这里。</translation>
    </message>
    <message>
        <source>What is shuffled among the held-out samples</source>
        <translation>在留出样品之间打乱的是什么</translation>
    </message>
    <message>
        <source>{names}: |ρ| is {least} or more between any two of them.</source>
        <translation>{names}：任意两者之间的 |ρ| 不小于 {least}。</translation>
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
        <source>Step sizes</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>The inside of the network will stand here once it learns.</source>
        <translation>网络开始学习后，其内部情况将显示在这里。</translation>
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
    <name>InsideSample</name>
    <message>
        <source>An error</source>
        <translation>误判样本</translation>
    </message>
    <message>
        <source>Any sample</source>
        <translation>任选一个样本</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>The next sample (right arrow)</source>
        <translation>下一个样本（右方向键）</translation>
    </message>
    <message>
        <source>The next sample classified wrong</source>
        <translation>下一个分类错误的样本</translation>
    </message>
    <message>
        <source>The sample before (left arrow)</source>
        <translation>上一个样本（左方向键）</translation>
    </message>
</context>
<context>
    <name>InsideView</name>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Choose a sample to see what the network makes of it.</source>
        <translation>请选择一个样本，查看网络对它的处理过程。</translation>
    </message>
    <message>
        <source>Compute again</source>
        <translation>重新计算</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>正在计算…</translation>
    </message>
</context>
<context>
    <name>JudgePage</name>
    <message>
        <source>No result yet. Choose beside how the network is to be judged, then train it.</source>
        <translation>还没有结果。请在右侧选择网络的评价方式，然后训练。</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>预测结果</translation>
    </message>
    <message>
        <source>Train a network first, with samples held out.</source>
        <translation>请先留出样品并训练网络。</translation>
    </message>
    <message>
        <source>Training results</source>
        <translation>训练结果</translation>
    </message>
</context>
<context>
    <name>JudgePageLayout</name>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Division</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>Go to Train</source>
        <translation>转到训练</translation>
    </message>
    <message>
        <source>How the next run is judged</source>
        <translation>下次运行如何评价</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>Learning curve</source>
        <translation>学习曲线</translation>
    </message>
    <message>
        <source>Other methods</source>
        <translation>其他方法</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样品</translation>
    </message>
    <message>
        <source>See the map</source>
        <translation>查看分类图</translation>
    </message>
    <message>
        <source>Train with fewer</source>
        <translation>用更少样品训练</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>What you would otherwise use, on the same folds with the same preparation.</source>
        <translation>您可能会用的其他方法，在相同的折和相同的预处理下比较。</translation>
    </message>
    <message>
        <source>Which elements the networks need, and what speaks for each class.</source>
        <translation>网络需要哪些元素，以及什么支持各个类别。</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>Would more samples help? The network is trained again with 20, 40, 60 and 80 % of them.</source>
        <translation>更多样品有用吗？分别用 20、40、60 和 80 % 的样品重新训练网络。</translation>
    </message>
</context>
<context>
    <name>JudgedFigures</name>
    <message>
        <source>Held out by folds</source>
        <translation>各折留出的图像</translation>
    </message>
    <message>
        <source>Known classes down, predicted ones across. Click a cell.</source>
        <translation>行为已知类别，列为预测类别。可单击单元格。</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Test part</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>Training part</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>Validation part</source>
        <translation>验证集</translation>
    </message>
</context>
<context>
    <name>JudgedGallery</name>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
</context>
<context>
    <name>JudgedSample</name>
    <message>
        <source>Choose an image in the gallery to look at it.</source>
        <translation>在图库中选择一幅图像，即可细看。</translation>
    </message>
    <message>
        <source>Class {given}, as it was taken for.</source>
        <translation>{given} 类，判别正确。</translation>
    </message>
    <message>
        <source>Class {known}, taken for {given}.</source>
        <translation>{known} 类，误判为 {given} 类。</translation>
    </message>
    <message>
        <source>Given class {given}; its own is not known.</source>
        <translation>判为 {given} 类；其类别未知。</translation>
    </message>
    <message>
        <source>Held out; it had a say in which epoch was kept.</source>
        <translation>属于验证集，参与了最佳轮次的选择。</translation>
    </message>
    <message>
        <source>Judged by the networks that had not seen it.</source>
        <translation>由未见过它的网络判别。</translation>
    </message>
    <message>
        <source>Of no part: it was neither learned nor counted.</source>
        <translation>不属于任何一部分：既未参与训练，也未计入评价。</translation>
    </message>
    <message>
        <source>Of the test part: it had no say in anything.</source>
        <translation>属于测试集，未参与任何选择。</translation>
    </message>
    <message>
        <source>The network learned from it.</source>
        <translation>属于训练集，网络学习过它。</translation>
    </message>
</context>
<context>
    <name>JudgedWays</name>
    <message>
        <source>Classify a file of images…</source>
        <translation>对图像文件分类…</translation>
    </message>
    <message>
        <source>Classify a folder of images…</source>
        <translation>对图像文件夹分类…</translation>
    </message>
    <message>
        <source>Export predictions…</source>
        <translation>导出预测结果…</translation>
    </message>
    <message>
        <source>Save job file…</source>
        <translation>保存作业文件…</translation>
    </message>
</context>
<context>
    <name>Judgement</name>
    <message>
        <source>Judgement</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>Sample by sample</source>
        <translation>逐个样品查看</translation>
    </message>
    <message>
        <source>The confusion matrix and the two tables, on the Judge page</source>
        <translation>“评价”页上的混淆矩阵和两张结果表</translation>
    </message>
</context>
<context>
    <name>JudgingForm</name>
    <message>
        <source>Choose the test file…</source>
        <translation>选择检验文件…</translation>
    </message>
    <message>
        <source>No file is chosen yet: it needs the same columns.</source>
        <translation>尚未选择文件：它须有相同的列。</translation>
    </message>
    <message>
        <source>Tables and points ({suffixes});;All files (*)</source>
        <translation>数据表和点文件 ({suffixes});;所有文件 (*)</translation>
    </message>
    <message>
        <source>Test file</source>
        <translation>检验文件</translation>
    </message>
</context>
<context>
    <name>LabelMap</name>
    <message>
        <source>deposit {row}</source>
        <translation>矿床 {row}</translation>
    </message>
    <message>
        <source>no class</source>
        <translation>无类别</translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message>
        <source>row {row}: {name}</source>
        <translation>第 {row} 行：{name}</translation>
    </message>
</context>
<context>
    <name>LabelSource</name>
    <message>
        <source>A column</source>
        <translation>表中的列</translation>
    </message>
    <message>
        <source>A file of deposits</source>
        <translation>矿床文件</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Coordinate system of the samples: {crs}</source>
        <translation>样品坐标系：{crs}</translation>
    </message>
    <message>
        <source>File of deposits</source>
        <translation>矿床文件</translation>
    </message>
    <message>
        <source>Its cells name the class of each labelled sample.</source>
        <translation>该列的单元格给出已知类别样品的类别。</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Joining…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Labels from</source>
        <translation>类别来源</translation>
    </message>
    <message>
        <source>Leave out again</source>
        <translation>取消连接</translation>
    </message>
    <message>
        <source>Read the table without the classes of the deposits.</source>
        <translation>重新读取数据表，不带矿床的类别。</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Sheet or layer of the file that holds the deposits</source>
        <translation>文件中存放矿床的工作表或图层</translation>
    </message>
    <message>
        <source>Tables and points ({suffixes});;All files (*)</source>
        <translation>数据表和点文件 ({suffixes});;所有文件 (*)</translation>
    </message>
    <message>
        <source>Target column</source>
        <translation>目标列</translation>
    </message>
    <message>
        <source>no file chosen</source>
        <translation>未选择文件</translation>
    </message>
    <message>
        <source>unknown; state it on the Data page</source>
        <translation>未知；请在“数据”页填写</translation>
    </message>
    <message>
        <source>{name} ({n} classes)</source>
        <translation>{name}（{n} 类）</translation>
    </message>
</context>
<context>
    <name>LabelsPanel</name>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Deposits and their samples</source>
        <translation>矿床及其对应样品</translation>
    </message>
    <message>
        <source>Deposits that label no sample</source>
        <translation>未标注任何样品的矿床</translation>
    </message>
    <message>
        <source>Every deposit labels a sample.</source>
        <translation>每个矿床都标注了样品。</translation>
    </message>
    <message>
        <source>Join a file of deposits to see which sample each of them labels.</source>
        <translation>连接矿床文件后，可在此查看每个矿床标注的样品。</translation>
    </message>
    <message>
        <source>No labels yet: choose a column of classes, or a file of deposits.</source>
        <translation>还没有已知类别：请选择类别列，或选择矿床文件。</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>配对</translation>
    </message>
    <message>
        <source>Unmatched</source>
        <translation>未匹配</translation>
    </message>
    <message>
        <source>the farthest is {distance} {unit} away</source>
        <translation>最远相距 {distance} {unit}</translation>
    </message>
    <message>
        <source>units</source>
        <translation>坐标单位</translation>
    </message>
    <message>
        <source>{labelled} of {rows} samples have a class in “{column}”</source>
        <translation>{rows} 个样品中有 {labelled} 个在“{column}”列有类别</translation>
    </message>
    <message>
        <source>{matched} of {deposits} deposits label a sample · {background} background samples</source>
        <translation>{deposits} 个矿床中有 {matched} 个标注了样品 · 背景样品 {background} 个</translation>
    </message>
</context>
<context>
    <name>LayerChoice</name>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
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
        <source>Of</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
</context>
<context>
    <name>LayerDelegate</name>
    <message>
        <source>Kind of the layer</source>
        <translation>层的类型</translation>
    </message>
</context>
<context>
    <name>LayerModel</name>
    <message>
        <source>Filters</source>
        <translation>卷积核数</translation>
    </message>
    <message>
        <source>Filters of a convolution, units of a fully connected layer</source>
        <translation>卷积层的卷积核个数，全连接层的神经元个数</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>核尺寸</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>More</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Multiply–adds for one image; of convolutions and fully connected layers</source>
        <translation>一幅图像的乘加次数，只计卷积层和全连接层</translation>
    </message>
    <message>
        <source>Mult–adds</source>
        <translation>乘加次数</translation>
    </message>
    <message>
        <source>One unit for each class</source>
        <translation>每个类别一个神经元</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Pad</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Padding: pixels of zeros around the maps</source>
        <translation>填充：特征图四周补零的像素数</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>and {number} fixed ones</source>
        <translation>另有 {number} 个固定参数</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>类别数</translation>
    </message>
    <message>
        <source>g2: groups; floor, ceil: how a size that does not divide is rounded; nobias: no bias; of dropout the share left out</source>
        <translation>g2：分组数；floor、ceil：尺寸除不尽时向下或向上取整；nobias：无偏置；随机失活层为舍弃的比例</translation>
    </message>
</context>
<context>
    <name>LayerSide</name>
    <message>
        <source>A number above 0, in the unit of the element</source>
        <translation>大于 0 的数，单位与该元素相同</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Order of the classes</source>
        <translation>类别顺序</translation>
    </message>
    <message>
        <source>Rows of the legend can also be dragged.</source>
        <translation>也可以直接拖动图例中的各行。</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>异常下限</translation>
    </message>
    <message>
        <source>as dragged</source>
        <translation>按拖动的顺序</translation>
    </message>
    <message>
        <source>as in the table</source>
        <translation>按数据表顺序</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>kept: {value}</source>
        <translation>已保留：{value}</translation>
    </message>
    <message>
        <source>most samples first</source>
        <translation>按样品数由多到少</translation>
    </message>
    <message>
        <source>none kept: type one</source>
        <translation>尚未保留：请输入</translation>
    </message>
</context>
<context>
    <name>LayerStrip</name>
    <message>
        <source>All layers</source>
        <translation>全部层</translation>
    </message>
    <message>
        <source>image</source>
        <translation>图像</translation>
    </message>
</context>
<context>
    <name>LayerTable</name>
    <message>
        <source>Double-click a figure, or type, to change it.</source>
        <translation>双击数值或直接键入即可修改。</translation>
    </message>
    <message>
        <source>Duplicate (Ctrl+D)</source>
        <translation>复制一层 (Ctrl+D)</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>Insert after the selected layer (Ins)</source>
        <translation>在所选层之后插入 (Ins)</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>各层</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>下移 (Alt+Down)</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>上移 (Alt+Up)</translation>
    </message>
    <message>
        <source>Remove (Del)</source>
        <translation>删除 (Del)</translation>
    </message>
    <message>
        <source>Shown as it is: branches cannot be edited in a table.</source>
        <translation>仅供查看：带分支的网络不能在表中编辑。</translation>
    </message>
    <message>
        <source>“{figures}” is not understood here; write g2, floor, ceil or nobias, and for dropout a share such as 0.5.</source>
        <translation>此处无法识别“{figures}”；可写 g2、floor、ceil 或 nobias，随机失活层写比例，如 0.5。</translation>
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
        <source>One output for all classes</source>
        <translation>所有类别共用一个输出</translation>
    </message>
    <message>
        <source>One output for each class</source>
        <translation>每个类别对应一个输出</translation>
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
        <source>The first layer must be {inputs}, as the features are prepared, and the last {outputs}, as the classes are coded.</source>
        <translation>按特征的预处理，第一层必须为 {inputs}；按类别编码，最后一层必须为 {outputs}。</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>Units of {layer}</source>
        <translation>{layer}的神经元数</translation>
    </message>
</context>
<context>
    <name>LearningCurveView</name>
    <message>
        <source>The learning curve will stand here.</source>
        <translation>此处将绘出学习曲线。</translation>
    </message>
</context>
<context>
    <name>LearningPlot</name>
    <message>
        <source>Held out</source>
        <translation>未参与训练</translation>
    </message>
    <message>
        <source>Learning curve</source>
        <translation>学习曲线</translation>
    </message>
    <message>
        <source>Macro-F1</source>
        <translation>宏平均F1</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练样品</translation>
    </message>
    <message>
        <source>Training samples</source>
        <translation>训练样品</translation>
    </message>
</context>
<context>
    <name>LinePlot</name>
    <message>
        <source>{title}: arrow keys pan, plus and minus zoom, Home fits</source>
        <translation>{title}：方向键平移，加减号缩放，Home 键适合窗口</translation>
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
    <name>LossPlot</name>
    <message>
        <source>Cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>训练轮数</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>Losses of the runs</source>
        <translation>各次运行的误差</translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <source>Median of the members: in training / on the validation part</source>
        <translation>各成员的中位数：训练误差／验证误差</translation>
    </message>
    <message>
        <source>Show the whole curves.</source>
        <translation>显示完整曲线。</translation>
    </message>
    <message>
        <source>Validation part</source>
        <translation>验证集</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>A run is in training.</source>
        <translation>有一个运行正在训练。</translation>
    </message>
    <message>
        <source>Anomalies</source>
        <translation>异常</translation>
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
        <source>Explore</source>
        <translation>数据探索</translation>
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
    <name>MapContent</name>
    <message>
        <source>Agreement of the members</source>
        <translation>各成员的一致度</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Difference to another run</source>
        <translation>与另一次运行的差异</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>Element: residual of a linear fit</source>
        <translation>元素：线性拟合残差</translation>
    </message>
    <message>
        <source>Entropy of the probabilities</source>
        <translation>概率的熵</translation>
    </message>
    <message>
        <source>Known class</source>
        <translation>已知类别</translation>
    </message>
    <message>
        <source>Probability of a class</source>
        <translation>某一类别的概率</translation>
    </message>
    <message>
        <source>Probability of the class shown</source>
        <translation>所示类别的概率</translation>
    </message>
    <message>
        <source>Residuals: missing probability</source>
        <translation>残差：概率的欠缺</translation>
    </message>
    <message>
        <source>Residuals: output − target</source>
        <translation>残差：输出 − 目标</translation>
    </message>
    <message>
        <source>Residuals: right and wrong</source>
        <translation>残差：判对与判错</translation>
    </message>
    <message>
        <source>Residuals: wrong votes</source>
        <translation>残差：误判票</translation>
    </message>
    <message>
        <source>Size of the prediction set</source>
        <translation>预测集的大小</translation>
    </message>
    <message>
        <source>Threshold classes</source>
        <translation>异常下限分级</translation>
    </message>
    <message>
        <source>Unlike the training samples</source>
        <translation>与训练样品的不相似度</translation>
    </message>
</context>
<context>
    <name>MapFrame</name>
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
    <message>
        <source>{rows} samples find their places…</source>
        <translation>正在布置 {rows} 个样品…</translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>No threshold is kept for {element}: type one at the right, or keep one on the Anomalies page.</source>
        <translation>{element} 尚未保留异常下限：请在右侧输入，或在“异常”页确定并保留。</translation>
    </message>
    <message>
        <source>There is no other finished run of this table.</source>
        <translation>该数据表没有其他已结束的运行。</translation>
    </message>
</context>
<context>
    <name>MapPageLayout</name>
    <message>
        <source>About this cell</source>
        <translation>该单元的信息</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>分类图</translation>
    </message>
    <message>
        <source>Map layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>No result yet: elements and thresholds can be drawn; classes follow when a run has ended.</source>
        <translation>尚无结果：可以先绘制元素图和异常下限分级图；运行结束后可绘制分类图。</translation>
    </message>
    <message>
        <source>Over the map</source>
        <translation>叠加内容</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>导出</translation>
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
    <name>ModelExportPanel</name>
    <message>
        <source>Bundle for this program</source>
        <translation>模型包（供本程序使用）</translation>
    </message>
    <message>
        <source>Bundle, ONNX, model card and a Python script that classifies a CSV.</source>
        <translation>模型包、ONNX、模型卡，以及对 CSV 分类的 Python 脚本。</translation>
    </message>
    <message>
        <source>Folder for the model</source>
        <translation>存放模型的文件夹</translation>
    </message>
    <message>
        <source>Folder with everything</source>
        <translation>文件夹（全部内容）</translation>
    </message>
    <message>
        <source>How to take the model away</source>
        <translation>模型的导出方式</translation>
    </message>
    <message>
        <source>ONNX for other programs</source>
        <translation>ONNX（供其他程序使用）</translation>
    </message>
    <message>
        <source>One file with model and model card; it classifies like the run itself.</source>
        <translation>含模型和模型卡的单个文件；分类结果与原运行相同。</translation>
    </message>
    <message>
        <source>Preparation, all members and their votes in one graph, checked against this program before it is written.</source>
        <translation>预处理、全部成员及其投票合为一个 ONNX 模型，写出前与本程序核对。</translation>
    </message>
    <message>
        <source>Take the model away…</source>
        <translation>导出模型…</translation>
    </message>
    <message>
        <source>There is no trained model yet.</source>
        <translation>还没有训练好的模型。</translation>
    </message>
</context>
<context>
    <name>NearestView</name>
    <message>
        <source>Angle</source>
        <translation>夹角</translation>
    </message>
    <message>
        <source>Angle between the values: which units answer, however strongly</source>
        <translation>各值之间的夹角：比较哪些神经元有响应，不计响应强弱</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Euclidean distance of the values</source>
        <translation>各神经元取值的欧氏距离</translation>
    </message>
    <message>
        <source>The sample</source>
        <translation>该样本</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>比较方式</translation>
    </message>
    <message>
        <source>What is compared are the values of {layer}.</source>
        <translation>比较的是 {layer} 层的输出。</translation>
    </message>
</context>
<context>
    <name>NeighbourCards</name>
    <message>
        <source>Nearest training samples</source>
        <translation>最近的训练样本</translation>
    </message>
</context>
<context>
    <name>NetworkChooser</name>
    <message>
        <source>Fit it to the data</source>
        <translation>改为适配数据</translation>
    </message>
    <message>
        <source>Fitted to the data</source>
        <translation>适配数据</translation>
    </message>
    <message>
        <source>Fitted: {notes}</source>
        <translation>适配：{notes}</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Layers of your own, as they stand in the line and the table.</source>
        <translation>自定义各层，见文本行和层表。</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>Original: image {size}, {classes} classes, {number} parameters</source>
        <translation>原始：图像 {size}，{classes} 类，{number} 个参数</translation>
    </message>
    <message>
        <source>Start from this network</source>
        <translation>以此网络为起点</translation>
    </message>
    <message>
        <source>Takes its layers as your own, to change them</source>
        <translation>把它的各层作为自定义层，以便修改</translation>
    </message>
</context>
<context>
    <name>NetworkEditor</name>
    <message>
        <source>Layers as text</source>
        <translation>层的文本</translation>
    </message>
    <message>
        <source>Layers, for example [(CONV-RELU)*2-POOL]*2-FC-SOFTMAX</source>
        <translation>各层，例如 [(CONV-RELU)*2-POOL]*2-FC-SOFTMAX</translation>
    </message>
    <message>
        <source>{network} is not a row of layers that can be written; type one here</source>
        <translation>{network} 不能写成一行层；可在此键入自己的网络</translation>
    </message>
</context>
<context>
    <name>NetworkGraph</name>
    <message>
        <source>Drawing</source>
        <translation>结构图</translation>
    </message>
    <message>
        <source>Drawing of the network</source>
        <translation>网络结构图</translation>
    </message>
    <message>
        <source>Each sheet is a map; up to 6 are drawn.</source>
        <translation>每一页是一幅特征图，最多画 6 幅。</translation>
    </message>
    <message>
        <source>Every layer</source>
        <translation>逐层</translation>
    </message>
    <message>
        <source>Height: side of the maps. Width: how many there are.</source>
        <translation>高度：特征图的边长；宽度：特征图的个数。</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>放大 (+)</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Show everything (Home)</source>
        <translation>显示全部 (Home)</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>缩小 (−)</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>A CNN sees the cells around each sample as an image: elements are its channels.</source>
        <translation>CNN 把每个样品周围的单元当作一幅图像，各元素就是它的通道。</translation>
    </message>
    <message>
        <source>A multilayer perceptron: every unit is joined to every unit of the next layer.</source>
        <translation>多层感知器：相邻两层的神经元两两相连。</translation>
    </message>
    <message>
        <source>BP network</source>
        <translation>BP 网络</translation>
    </message>
    <message>
        <source>CNN on windows</source>
        <translation>窗口 CNN</translation>
    </message>
    <message>
        <source>It sees the cells around each sample; the survey needs coordinates.</source>
        <translation>它看到每个样品周围的单元；测区须有坐标。</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>各层</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>class as a number</source>
        <translation>类别编号</translation>
    </message>
</context>
<context>
    <name>NetworkTotals</name>
    <message>
        <source>{layers} layers</source>
        <translation>{layers} 层</translation>
    </message>
    <message>
        <source>{number} fixed ones</source>
        <translation>{number} 个固定参数</translation>
    </message>
    <message>
        <source>{number} multiply–adds an image</source>
        <translation>每幅图像 {number} 次乘加</translation>
    </message>
    <message>
        <source>{number} parameters</source>
        <translation>{number} 个参数</translation>
    </message>
    <message>
        <source>{size} MB in single precision</source>
        <translation>单精度约 {size} MB</translation>
    </message>
</context>
<context>
    <name>NoMap</name>
    <message>
        <source>Go to Data</source>
        <translation>转到数据</translation>
    </message>
    <message>
        <source>Go to Judge</source>
        <translation>转到评价</translation>
    </message>
    <message>
        <source>There is no map: the table has no coordinates. If it has, choose coordinate X and Y on the Data page. The result stands in two tables on the Judge page.</source>
        <translation>没有分类图：数据表没有坐标。如果其实有坐标，请在“数据”页指定 X、Y 坐标列。结果以两张表列在“评价”页。</translation>
    </message>
</context>
<context>
    <name>NorthArrow</name>
    <message>
        <source>Grid north is up; true north lies {angle}° to the left of it.</source>
        <translation>上方为坐标北；真北偏左 {angle}°。</translation>
    </message>
    <message>
        <source>Grid north is up; true north lies {angle}° to the right of it.</source>
        <translation>上方为坐标北；真北偏右 {angle}°。</translation>
    </message>
    <message>
        <source>North is up.</source>
        <translation>上方为北。</translation>
    </message>
</context>
<context>
    <name>OneRow</name>
    <message>
        <source>Explain this row</source>
        <translation>解释这一行</translation>
    </message>
    <message>
        <source>No row has “{typed}” in the column {column}.</source>
        <translation>{column} 列中没有“{typed}”。</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Type the number of a row, 1 to {rows}.</source>
        <translation>请输入行号，1 至 {rows}。</translation>
    </message>
    <message>
        <source>What the row is named by</source>
        <translation>按什么指定行</translation>
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
    <name>OutlinesList</name>
    <message>
        <source>Add outlines…</source>
        <translation>添加轮廓线…</translation>
    </message>
    <message>
        <source>Lines or polygons of a Shapefile, GeoPackage, GeoJSON or KML file</source>
        <translation>Shapefile、GeoPackage、GeoJSON 或 KML 文件中的线或面</translation>
    </message>
    <message>
        <source>Outlines</source>
        <translation>轮廓线</translation>
    </message>
    <message>
        <source>Outlines ({suffixes});;All files (*)</source>
        <translation>轮廓线 ({suffixes});;所有文件 (*)</translation>
    </message>
    <message>
        <source>Take {name} off the map</source>
        <translation>从图上移除 {name}</translation>
    </message>
</context>
<context>
    <name>OverlaySide</name>
    <message>
        <source>Coordinate lines</source>
        <translation>坐标网线</translation>
    </message>
    <message>
        <source>Training deposits</source>
        <translation>已知矿床</translation>
    </message>
</context>
<context>
    <name>PartsBar</name>
    <message>
        <source>In each of {folds} folds about:</source>
        <translation>{folds} 折中的每一折约有：</translation>
    </message>
    <message>
        <source>In each of {folds} folds:</source>
        <translation>{folds} 折中的每一折：</translation>
    </message>
    <message>
        <source>{n} are held out to judge</source>
        <translation>{n} 个留出用于评价</translation>
    </message>
    <message>
        <source>{n} are left out</source>
        <translation>{n} 个不参与训练</translation>
    </message>
    <message>
        <source>{n} choose the best epoch</source>
        <translation>{n} 个用于选择最佳轮次</translation>
    </message>
    <message>
        <source>{n} have no class</source>
        <translation>{n} 个没有类别</translation>
    </message>
    <message>
        <source>{n} test</source>
        <translation>{n} 个用于测试</translation>
    </message>
    <message>
        <source>{n} train</source>
        <translation>{n} 个用于训练</translation>
    </message>
</context>
<context>
    <name>PenPanel</name>
    <message>
        <source>As drawn</source>
        <translation>按实际笔迹</translation>
    </message>
    <message>
        <source>As learned</source>
        <translation>同训练图像</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>笔</translation>
    </message>
    <message>
        <source>Take everything back (Delete or Esc)</source>
        <translation>全部清除（Delete 或 Esc）</translation>
    </message>
    <message>
        <source>Take the last stroke back (Ctrl+Z)</source>
        <translation>撤销最后一笔（Ctrl+Z）</translation>
    </message>
    <message>
        <source>The network sees lines as wide as those it has learned from.</source>
        <translation>网络看到的笔画与训练图像同样粗细。</translation>
    </message>
    <message>
        <source>The network sees your pen: its width, and its pressure where it has one.</source>
        <translation>网络看到实际笔迹：笔的粗细，以及手写笔的压力。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Width of the lines</source>
        <translation>笔画粗细</translation>
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
    <name>PixelView</name>
    <message>
        <source>The sample, enlarged</source>
        <translation>放大的样本</translation>
    </message>
</context>
<context>
    <name>PlaceDecisions</name>
    <message>
        <source>Column of pairs</source>
        <translation>坐标对所在列</translation>
    </message>
    <message>
        <source>Columns of degrees, minutes, seconds, direction; with ; between them.</source>
        <translation>依次为度、分、秒、方向所在的列，用“;”隔开。</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>坐标</translation>
    </message>
    <message>
        <source>Degrees, minutes in columns</source>
        <translation>度、分、秒分列</translation>
    </message>
    <message>
        <source>Each in a column</source>
        <translation>各占一列</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>纬度</translation>
    </message>
    <message>
        <source>Latitude, longitude in one cell</source>
        <translation>纬度、经度在同一单元格</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>经度</translation>
    </message>
    <message>
        <source>Longitude, latitude in one cell</source>
        <translation>经度、纬度在同一单元格</translation>
    </message>
</context>
<context>
    <name>PlaceRow</name>
    <message>
        <source>Address of the scheduler</source>
        <translation>调度器地址</translation>
    </message>
    <message>
        <source>Compute on</source>
        <translation>计算位置</translation>
    </message>
    <message>
        <source>Dask cluster on this machine</source>
        <translation>本机上的 Dask 集群</translation>
    </message>
    <message>
        <source>Dask scheduler</source>
        <translation>Dask 调度器</translation>
    </message>
    <message>
        <source>In processes of this program.</source>
        <translation>由本程序的多个进程计算。</translation>
    </message>
    <message>
        <source>Its workers reach the table under the same path.</source>
        <translation>其工作进程须能用同样的路径读到表格。</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Workers of Dask, one for each process.</source>
        <translation>由 Dask 的工作进程计算，每个进程一个。</translation>
    </message>
</context>
<context>
    <name>PredictionAreaPlot</name>
    <message>
        <source>Area, %</source>
        <translation>面积，%</translation>
    </message>
    <message>
        <source>Crossing</source>
        <translation>交点</translation>
    </message>
    <message>
        <source>Prediction–area plot</source>
        <translation>预测–面积图</translation>
    </message>
    <message>
        <source>Probability of the class</source>
        <translation>该类别的概率</translation>
    </message>
    <message>
        <source>Probability ≥</source>
        <translation>概率 ≥</translation>
    </message>
    <message>
        <source>Samples captured, %</source>
        <translation>捕获的样品，%</translation>
    </message>
    <message>
        <source>probability ≥ {score}, weight {weight}</source>
        <translation>概率 ≥ {score}，权重 {weight}</translation>
    </message>
    <message>
        <source>{captured} of the samples in {area} of the area</source>
        <translation>{area}的面积内有{captured}的样品</translation>
    </message>
</context>
<context>
    <name>PredictionRows</name>
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
        <source>On the map</source>
        <translation>图上类别</translation>
    </message>
    <message>
        <source>Output value</source>
        <translation>输出值</translation>
    </message>
    <message>
        <source>Output value {name}</source>
        <translation>输出值 {name}</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Prediction set</source>
        <translation>预测集</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>预测结果</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Unlike</source>
        <translation>不相似度</translation>
    </message>
    <message>
        <source>Wrong votes</source>
        <translation>误判票比例</translation>
    </message>
</context>
<context>
    <name>PreparationForm</name>
    <message>
        <source>Folds, fewer samples</source>
        <translation>交叉验证与样本数</translation>
    </message>
    <message>
        <source>{folds} folds</source>
        <translation>{folds} 折</translation>
    </message>
    <message>
        <source>{samples} samples</source>
        <translation>{samples} 个样本</translation>
    </message>
</context>
<context>
    <name>PreparePage</name>
    <message>
        <source>Below limit</source>
        <translation>低于检出限</translation>
    </message>
    <message>
        <source>Detection limit: {limits}</source>
        <translation>检出限：{limits}</translation>
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
        <source>Limits</source>
        <translation>检出限</translation>
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
        <source>No feature has values below a detection limit.</source>
        <translation>没有特征含低于检出限的值。</translation>
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
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Statistics of the features</source>
        <translation>特征统计</translation>
    </message>
    <message>
        <source>Taken as: {values}</source>
        <translation>取值：{values}</translation>
    </message>
</context>
<context>
    <name>PreviewGrid</name>
    <message>
        <source>As read</source>
        <translation>读入的图像</translation>
    </message>
    <message>
        <source>As the network sees it</source>
        <translation>网络看到的图像</translation>
    </message>
    <message>
        <source>Changed at random, anew in every epoch</source>
        <translation>随机变换，每轮都重新生成</translation>
    </message>
    <message>
        <source>Click for another sample of this class.</source>
        <translation>单击可换成该类的另一个样本。</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Nothing is changed: all amounts are 0</source>
        <translation>不作变换：各项均为 0</translation>
    </message>
    <message>
        <source>Samples as read, changed and prepared</source>
        <translation>读入、变换和预处理后的样本</translation>
    </message>
</context>
<context>
    <name>PreviewModel</name>
    <message>
        <source>Blank</source>
        <translation>空白样</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>重复样</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标样</translation>
    </message>
    <message>
        <source>“{text}” cannot be read as a number; it counts as missing.</source>
        <translation>“{text}”不是数值，按缺失值计。</translation>
    </message>
</context>
<context>
    <name>ProbabilityBars</name>
    <message>
        <source>Probabilities: {list}</source>
        <translation>概率：{list}</translation>
    </message>
</context>
<context>
    <name>ProbabilityPlot</name>
    <message>
        <source>Cumulative share</source>
        <translation>累积频率</translation>
    </message>
    <message>
        <source>Probability plot</source>
        <translation>概率图</translation>
    </message>
    <message>
        <source>Probability plot with the threshold</source>
        <translation>概率图与异常下限</translation>
    </message>
    <message>
        <source>Probability plot: rings lie below the detection limit</source>
        <translation>概率图：空心圆为低于检出限的值</translation>
    </message>
    <message>
        <source>Values of a normal distribution lie on a straight line; on a logarithmic axis those of a lognormal one. The line goes through the quartiles.</source>
        <translation>服从正态分布的数据成一直线；在对数坐标上，服从对数正态分布的数据成一直线。虚线通过两个四分位数。</translation>
    </message>
</context>
<context>
    <name>ProjectionPlot</name>
    <message>
        <source>Samples in a plane: arrow keys pan, plus and minus zoom, Home fits</source>
        <translation>平面上的样本：方向键平移，加减号缩放，Home 键显示全部</translation>
    </message>
</context>
<context>
    <name>ProjectionView</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Component {number}, {share} % of the variance</source>
        <translation>第 {number} 主成分，占方差的 {share} %</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>未参与训练</translation>
    </message>
    <message>
        <source>PCA</source>
        <translation>主成分（PCA）</translation>
    </message>
    <message>
        <source>Projection</source>
        <translation>投影</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Who is near whom, in some seconds; distances between groups mean nothing.</source>
        <translation>显示谁与谁相近，需要几秒钟；各群之间的距离没有意义。</translation>
    </message>
    <message>
        <source>t-SNE</source>
        <translation>t-SNE</translation>
    </message>
    <message>
        <source>{samples} samples, {errors} of them ringed as errors.</source>
        <translation>{samples} 个样本，其中 {errors} 个分类错误（以圆圈标出）。</translation>
    </message>
</context>
<context>
    <name>RangeRow</name>
    <message>
        <source>Write the smaller number first, both from {least} to {most}.</source>
        <translation>请先写较小的数，两数均须在 {least} 至 {most} 之间。</translation>
    </message>
    <message>
        <source>greatest</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>least</source>
        <translation>最小</translation>
    </message>
</context>
<context>
    <name>RawModel</name>
    <message>
        <source>Above the samples</source>
        <translation>样品以上</translation>
    </message>
    <message>
        <source>Below the samples</source>
        <translation>样品以下</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>列名</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样品数</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>神经元</translation>
    </message>
</context>
<context>
    <name>RawView</name>
    <message>
        <source>Column {line} holds methods</source>
        <translation>第 {line} 列是分析方法</translation>
    </message>
    <message>
        <source>Column {line} holds names</source>
        <translation>第 {line} 列是名称</translation>
    </message>
    <message>
        <source>Column {line} holds units</source>
        <translation>第 {line} 列是单位</translation>
    </message>
    <message>
        <source>Line {line} holds methods</source>
        <translation>第 {line} 行是方法</translation>
    </message>
    <message>
        <source>Line {line} holds names</source>
        <translation>第 {line} 行是列名</translation>
    </message>
    <message>
        <source>Line {line} holds units</source>
        <translation>第 {line} 行是单位</translation>
    </message>
    <message>
        <source>The samples begin in column {line}</source>
        <translation>样品从第 {line} 列开始</translation>
    </message>
    <message>
        <source>The samples begin in line {line}</source>
        <translation>样品从第 {line} 行开始</translation>
    </message>
    <message>
        <source>The samples end in column {line}</source>
        <translation>样品到第 {line} 列为止</translation>
    </message>
    <message>
        <source>The samples end in line {line}</source>
        <translation>样品到第 {line} 行为止</translation>
    </message>
</context>
<context>
    <name>ReadPlot</name>
    <message>
        <source>{name}: arrow keys pan, plus and minus zoom, Home fits</source>
        <translation>{name}：方向键平移，加减号缩放，Home 键显示全部</translation>
    </message>
</context>
<context>
    <name>ReadingForm</name>
    <message>
        <source> pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>0…9 across the sheet</source>
        <translation>0…9 沿页面横向排列</translation>
    </message>
    <message>
        <source>0…9 down the sheet</source>
        <translation>0…9 沿页面纵向排列</translation>
    </message>
    <message>
        <source>As found</source>
        <translation>自动判断</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Centred by mass, as in MNIST</source>
        <translation>按质心居中（同 MNIST）</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Column after column</source>
        <translation>逐列</translation>
    </message>
    <message>
        <source>Cuts the ink of every image out, scales and places it</source>
        <translation>把每幅图像的笔画取出，缩放后放到统一的位置</translation>
    </message>
    <message>
        <source>Dark on light</source>
        <translation>浅底深字</translation>
    </message>
    <message>
        <source>Digits across</source>
        <translation>每行字数</translation>
    </message>
    <message>
        <source>Digits down</source>
        <translation>每列字数</translation>
    </message>
    <message>
        <source>First</source>
        <translation>首列</translation>
    </message>
    <message>
        <source>Framing</source>
        <translation>笔画规整</translation>
    </message>
    <message>
        <source>In blocks, as in 8 × 8 digits</source>
        <translation>按小块计数（同 8 × 8 数字）</translation>
    </message>
    <message>
        <source>In the middle</source>
        <translation>按范围居中</translation>
    </message>
    <message>
        <source>Label column</source>
        <translation>标签列</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>末列</translation>
    </message>
    <message>
        <source>Light on dark</source>
        <translation>深底浅字</translation>
    </message>
    <message>
        <source>Line after line</source>
        <translation>逐行</translation>
    </message>
    <message>
        <source>Made grey</source>
        <translation>变为灰度</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排列顺序</translation>
    </message>
    <message>
        <source>Pixels stand</source>
        <translation>像素顺序</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>边长</translation>
    </message>
    <message>
        <source>Strokes</source>
        <translation>笔画</translation>
    </message>
</context>
<context>
    <name>ReportPanel</name>
    <message>
        <source>Data, preparation, network, how it was judged, figures, maps and limits in one HTML file or PDF.</source>
        <translation>把数据、预处理、网络、评价方式、指标、图件和使用限制写成一个 HTML 文件或 PDF。</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>报告的语言</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>生成报告…</translation>
    </message>
    <message>
        <source>There is no result yet.</source>
        <translation>还没有结果。</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>{name} report</source>
        <translation>{name} 报告</translation>
    </message>
</context>
<context>
    <name>ResultBar</name>
    <message>
        <source>Back to the survey</source>
        <translation>返回测区</translation>
    </message>
    <message>
        <source>{name}: {rows} classified rows, not the survey of this project</source>
        <translation>{name}：{rows} 行分类结果，不是本工程的测区</translation>
    </message>
</context>
<context>
    <name>ResultFiles</name>
    <message>
        <source>Classified table</source>
        <translation>分类结果表</translation>
    </message>
    <message>
        <source>Classified tables (*.parquet *.csv)</source>
        <translation>已分类的表 (*.parquet *.csv)</translation>
    </message>
    <message>
        <source>Table to classify</source>
        <translation>待分类的数据表</translation>
    </message>
    <message>
        <source>Tables ({suffixes});;All files (*)</source>
        <translation>数据表 ({suffixes});;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>ReuseView</name>
    <message>
        <source>Block {number}</source>
        <translation>第 {number} 块</translation>
    </message>
    <message>
        <source>Dense block</source>
        <translation>密集块</translation>
    </message>
    <message>
        <source>Feature reuse; the arrow keys go from cell to cell</source>
        <translation>特征复用；用方向键逐格查看</translation>
    </message>
    <message>
        <source>Mean size of the weights by which a layer reads the maps of an earlier one, as a share of the largest of its column.</source>
        <translation>某层读取前面某层特征图所用权值的平均绝对值，以该列最大值为 1。</translation>
    </message>
    <message>
        <source>is read</source>
        <translation>被读取的层</translation>
    </message>
    <message>
        <source>reads</source>
        <translation>读取的层</translation>
    </message>
</context>
<context>
    <name>Road</name>
    <message>
        <source>A run is in training.</source>
        <translation>有一个运行正在训练。</translation>
    </message>
    <message>
        <source>Anomaly thresholds, and labels for the samples</source>
        <translation>异常下限，以及样品的类别标注</translation>
    </message>
    <message>
        <source>Choose at least one feature on the Data page.</source>
        <translation>请在“数据”页至少选择一个特征。</translation>
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
        <source>How the network is to be judged</source>
        <translation>网络将如何评价</translation>
    </message>
    <message>
        <source>Maps of elements and thresholds; classes when a run has ended</source>
        <translation>元素图与异常下限分级图；运行结束后可绘制分类图</translation>
    </message>
    <message>
        <source>Open a table first.</source>
        <translation>请先打开数据表。</translation>
    </message>
    <message>
        <source>Statistics, plots and correlations of the elements</source>
        <translation>元素的统计参数、图形与相关性</translation>
    </message>
    <message>
        <source>The class map of the run on show</source>
        <translation>当前运行的分类图</translation>
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
        <source>&lt; limit</source>
        <translation>低于检出限</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
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
        <source>Missing</source>
        <translation>缺失</translation>
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
        <source>number</source>
        <translation>数值</translation>
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
    <name>RowWhy</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>进行中…</translation>
    </message>
</context>
<context>
    <name>RulesModel</name>
    <message>
        <source>Below limit</source>
        <translation>低于检出限</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>ROS</source>
        <translation>ROS</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>as all</source>
        <translation>与全部相同</translation>
    </message>
    <message>
        <source>imputation</source>
        <translation>插补</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>检出限</translation>
    </message>
    <message>
        <source>limit/√2</source>
        <translation>检出限/√2</translation>
    </message>
    <message>
        <source>½ limit</source>
        <translation>半检出限</translation>
    </message>
</context>
<context>
    <name>RulesTable</name>
    <message>
        <source>Rules of single features</source>
        <translation>单个特征的取值规则</translation>
    </message>
</context>
<context>
    <name>RunButtons</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
</context>
<context>
    <name>RunLayers</name>
    <message>
        <source> (unlike)</source>
        <translation>（不相似）</translation>
    </message>
    <message>
        <source>1 − p(known class)</source>
        <translation>1 − p（已知类别）</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>一致度</translation>
    </message>
    <message>
        <source>Classes in the prediction set</source>
        <translation>预测集中的类别数</translation>
    </message>
    <message>
        <source>Entropy: 0 certain, 1 undecided</source>
        <translation>熵：0 为确定，1 为无法判别</translation>
    </message>
    <message>
        <source>Members that name another class</source>
        <translation>判为其他类别的成员</translation>
    </message>
    <message>
        <source>Output − target</source>
        <translation>输出 − 目标</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Unlike the training samples: 1 at the threshold</source>
        <translation>与训练样品的不相似度：阈值处为 1</translation>
    </message>
    <message>
        <source>right</source>
        <translation>判对</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>判错</translation>
    </message>
</context>
<context>
    <name>RunList</name>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Held out right</source>
        <translation>留出样品判对</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行记录</translation>
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
    <name>RunPanel</name>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
</context>
<context>
    <name>RunSide</name>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
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
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
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
        <source>Seed</source>
        <translation>随机种子</translation>
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
        <source>Training took {time}.</source>
        <translation>训练用时 {time}。</translation>
    </message>
    <message>
        <source>{count} runs selected</source>
        <translation>已选 {count} 次运行</translation>
    </message>
</context>
<context>
    <name>RunViews</name>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>投票</translation>
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
        <source>See the errors</source>
        <translation>查看误判</translation>
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
        <source>Comparison of runs</source>
        <translation>运行对比</translation>
    </message>
    <message>
        <source>Go to Data</source>
        <translation>转到数据</translation>
    </message>
    <message>
        <source>Go to Train</source>
        <translation>转到训练</translation>
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
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行记录</translation>
    </message>
    <message>
        <source>The settings of that run are set; change what you like and press Train.</source>
        <translation>已取用该运行的设置，改动后按“训练”。</translation>
    </message>
</context>
<context>
    <name>SaliencyView</name>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Class {name}: its value before the output function is {value}; of an image without ink it is {baseline}. Warm colours speak for the class, cold ones against it.</source>
        <translation>类别 {name}：输出函数之前的值为 {value}，空白图像为 {baseline}。暖色支持该类别，冷色反对该类别。</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>Grad-CAM weighs the maps of {layer} by their mean gradient: it tells where, only as finely as these maps are.</source>
        <translation>Grad-CAM 按平均梯度对 {layer} 的特征图加权：只能指出大致位置，精细程度取决于这些特征图的大小。</translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <translation>积分梯度</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Layer of Grad-CAM</source>
        <translation>Grad-CAM 所用的层</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>遮挡法</translation>
    </message>
    <message>
        <source>Occlusion covers one square after the other: the colour is how much the value falls when the place is covered.</source>
        <translation>遮挡法逐块遮住图像：颜色表示遮住该处时输出值下降多少。</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>The colours add up to the difference of the two values but for {missing} of {difference}: the integral has converged.</source>
        <translation>各像素归因之和与两值之差 {difference} 仅差 {missing}：积分已收敛。</translation>
    </message>
    <message>
        <source>The colours miss {missing} of the difference of the two values, {difference}: take the picture with care.</source>
        <translation>各像素归因之和与两值之差 {difference} 相差 {missing}：此图须谨慎看待。</translation>
    </message>
    <message>
        <source>The image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>The image with its saliency</source>
        <translation>叠加显著性的图像</translation>
    </message>
    <message>
        <source>The one predicted</source>
        <translation>网络预测的类别</translation>
    </message>
    <message>
        <source>line {line}, column {column}: {value}</source>
        <translation>第 {line} 行第 {column} 列：{value}</translation>
    </message>
</context>
<context>
    <name>SamplePanel</name>
    <message>
        <source>Click a sample to look at it more closely.</source>
        <translation>单击样本可放大查看。</translation>
    </message>
    <message>
        <source>Point at a pixel to read its value, 0 to 255.</source>
        <translation>将鼠标移到像素上，可读出其灰度值（0 至 255）。</translation>
    </message>
    <message>
        <source>line {line}, column {column}: {values}</source>
        <translation>第 {line} 行第 {column} 列：{values}</translation>
    </message>
    <message>
        <source>{w} × {h} pixels</source>
        <translation>{w} × {h} 像素</translation>
    </message>
</context>
<context>
    <name>SampleWords</name>
    <message>
        <source>, agreement {share}</source>
        <translation>，一致度 {share}</translation>
    </message>
    <message>
        <source>, unlike the training samples</source>
        <translation>，与训练样品不相似</translation>
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
        <source>Class in the other run</source>
        <translation>另一次运行的类别</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>熵</translation>
    </message>
    <message>
        <source>Known class</source>
        <translation>已知类别</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>纬度</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>经度</translation>
    </message>
    <message>
        <source>Prediction set</source>
        <translation>预测集</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Unlike</source>
        <translation>不相似度</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message>
        <source>row {row}: {name} = {value}</source>
        <translation>第 {row} 行：{name} = {value}</translation>
    </message>
    <message>
        <source>row {row}: {name}, probability {p}</source>
        <translation>第 {row} 行：{name}，概率 {p}</translation>
    </message>
    <message>
        <source>{score} × threshold</source>
        <translation>{score} × 阈值</translation>
    </message>
</context>
<context>
    <name>SamplesPart</name>
    <message>
        <source>Choose a row of the table.</source>
        <translation>请在表中选择一行。</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>分类图</translation>
    </message>
    <message>
        <source>Show this row on the map</source>
        <translation>在图上显示这一行</translation>
    </message>
    <message>
        <source>What speaks for the class of this row and against it</source>
        <translation>支持和反对这一行类别的依据</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
</context>
<context>
    <name>SamplesView</name>
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
        <source>No row has a known class.</source>
        <translation>没有一行的类别是已知的。</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>预测结果</translation>
    </message>
    <message>
        <source>Training results</source>
        <translation>训练结果</translation>
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
    <name>ScatterPanel</name>
    <message>
        <source>Across</source>
        <translation>横轴</translation>
    </message>
    <message>
        <source>More than {most} points: the stronger the colour, the more samples.</source>
        <translation>超过 {most} 个点：颜色越强，样品越密集。</translation>
    </message>
    <message>
        <source>Pearson r = {r}</source>
        <translation>皮尔逊 r = {r}</translation>
    </message>
    <message>
        <source>Rings: a value below its limit.</source>
        <translation>空心圈：有低于检出限的值。</translation>
    </message>
    <message>
        <source>Spearman ρ = {r}</source>
        <translation>斯皮尔曼 ρ = {r}</translation>
    </message>
    <message>
        <source>Swap the axes</source>
        <translation>交换两轴</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>纵轴</translation>
    </message>
    <message>
        <source>against</source>
        <translation>对</translation>
    </message>
    <message>
        <source>on log10</source>
        <translation>取 log10 后</translation>
    </message>
    <message>
        <source>{number} samples</source>
        <translation>{number} 个样品</translation>
    </message>
</context>
<context>
    <name>ScatterView</name>
    <message>
        <source>Scatter plot of two elements</source>
        <translation>两元素散点图</translation>
    </message>
</context>
<context>
    <name>SearchButtons</name>
    <message>
        <source>A search goes on already.</source>
        <translation>已有一次搜索在进行。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Leave at once</source>
        <translation>立即退出</translation>
    </message>
    <message>
        <source>No further trial begins; those under way are carried out.</source>
        <translation>不再开始新的试验，进行中的试验会做完。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The trials under way are carried out, then the best is judged.</source>
        <translation>先做完进行中的试验，再评判最优者。</translation>
    </message>
    <message>
        <source>Trials under way are lost; “Go on” carries them out again.</source>
        <translation>进行中的试验会丢失；按“继续”将重做这些试验。</translation>
    </message>
</context>
<context>
    <name>SearchForm</name>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Drawing of trials</source>
        <translation>试验的抽取</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>网络层</translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation>预处理</translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation>正则化</translation>
    </message>
    <message>
        <source>Trainer</source>
        <translation>训练算法</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分钟</translation>
    </message>
</context>
<context>
    <name>SearchHead</name>
    <message>
        <source>Go to Data</source>
        <translation>转到数据</translation>
    </message>
    <message>
        <source>Go to Judge</source>
        <translation>转到评价</translation>
    </message>
    <message>
        <source>Go to Network</source>
        <translation>转到“网络”</translation>
    </message>
    <message>
        <source>Save job…</source>
        <translation>保存作业…</translation>
    </message>
    <message>
        <source>Use the winner as the job</source>
        <translation>采用最优者作为作业</translation>
    </message>
</context>
<context>
    <name>SearchSide</name>
    <message>
        <source>Back to the training</source>
        <translation>返回训练</translation>
    </message>
    <message>
        <source>Each fold of it judges a choice made without it: its training part is divided again into inner folds, and these choose.</source>
        <translation>每一折评判的是没有它参与的选择：其训练部分再分为内层各折，由内层各折来选择。</translation>
    </message>
    <message>
        <source>New search</source>
        <translation>新的搜索</translation>
    </message>
    <message>
        <source>Searches of this table</source>
        <translation>对此表格的搜索</translation>
    </message>
    <message>
        <source>The job has other settings now: {settings}.</source>
        <translation>作业的以下设置现已不同：{settings}。</translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <source>Another search goes on; this one can begin when that has ended.</source>
        <translation>另一次搜索正在进行；待其结束后才能开始这次搜索。</translation>
    </message>
    <message>
        <source>Trial 0 is the job as it is; the others are drawn from what is chosen at the right.</source>
        <translation>试验 0 为作业原样，其余试验从右侧选定的范围中抽取。</translation>
    </message>
</context>
<context>
    <name>Searcher</name>
    <message>
        <source>The process of the search ended unexpectedly; no trial that ended is lost.</source>
        <translation>搜索进程意外结束；已完成的试验都没有丢失。</translation>
    </message>
</context>
<context>
    <name>SelectionButton</name>
    <message>
        <source>Select nothing (Esc)</source>
        <translation>取消选择（Esc）</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>已选 {count} 个</translation>
    </message>
</context>
<context>
    <name>SettingsTable</name>
    <message>
        <source>All settings of these runs are the same.</source>
        <translation>这些运行的设置完全相同。</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>不同的设置</translation>
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
    <name>SlowMotion</name>
    <message>
        <source>At most {n} epochs a second, to watch the network learn.</source>
        <translation>每秒最多 {n} 轮，便于观看学习过程。</translation>
    </message>
    <message>
        <source>Slow motion</source>
        <translation>慢速演示</translation>
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
    <name>TeachPanel</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add the drawing as class {name}</source>
        <translation>将手写样本添加为类别 {name}</translation>
    </message>
    <message>
        <source>Drawings: {total}, in {classes} classes:</source>
        <translation>手写样本：{total} 个，共 {classes} 类：</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>No drawing is there yet.</source>
        <translation>还没有手写样本。</translation>
    </message>
    <message>
        <source>Open these drawings</source>
        <translation>打开这些手写样本</translation>
    </message>
    <message>
        <source>Opens them as a set of images: train on them, or classify them.</source>
        <translation>作为图像集打开：可用于训练或分类。</translation>
    </message>
    <message>
        <source>Right class</source>
        <translation>正确类别</translation>
    </message>
    <message>
        <source>Say what the drawing is, and it is added to a data set of your own.</source>
        <translation>指明写的是什么，即加入您自己的数据集。</translation>
    </message>
    <message>
        <source>Teach it</source>
        <translation>教它认字</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>Not saved as a project</source>
        <translation>未保存为工程</translation>
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
        <source>Starting the run…</source>
        <translation>正在启动运行…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>大约还需 {time}</translation>
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
        <source>loss {loss}</source>
        <translation>误差 {loss}</translation>
    </message>
</context>
<context>
    <name>ThresholdExport</name>
    <message>
        <source>Export figures</source>
        <translation>导出计算结果</translation>
    </message>
    <message>
        <source>Export samples</source>
        <translation>导出样品</translation>
    </message>
    <message>
        <source>Points (*.gpkg *.shp)</source>
        <translation>点图层 (*.gpkg *.shp)</translation>
    </message>
    <message>
        <source>Tables (*.csv *.xlsx *.parquet)</source>
        <translation>表格 (*.csv *.xlsx *.parquet)</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>已写出：{path}</translation>
    </message>
</context>
<context>
    <name>ThresholdHead</name>
    <message>
        <source>All groups</source>
        <translation>全部分组</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>坐标轴</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Group in the plots</source>
        <translation>图中所示的分组</translation>
    </message>
    <message>
        <source>Linear axis</source>
        <translation>线性坐标</translation>
    </message>
    <message>
        <source>Log axis</source>
        <translation>对数坐标</translation>
    </message>
    <message>
        <source>The group that the plots show, with its own threshold.</source>
        <translation>图中所示的分组及其自身的异常下限。</translation>
    </message>
</context>
<context>
    <name>ThresholdHistogram</name>
    <message>
        <source>Histogram</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>Histogram with the threshold</source>
        <translation>直方图与异常下限</translation>
    </message>
    <message>
        <source>Histogram: drag the line to set the threshold by hand</source>
        <translation>直方图：拖动红线可手动设定异常下限</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样品数</translation>
    </message>
</context>
<context>
    <name>ThresholdSettingsView</name>
    <message>
        <source>A threshold for each group</source>
        <translation>分组确定异常下限</translation>
    </message>
    <message>
        <source>Elements of the distance</source>
        <translation>参与计算马氏距离的元素</translation>
    </message>
    <message>
        <source>Export figures…</source>
        <translation>导出计算结果…</translation>
    </message>
    <message>
        <source>Export samples…</source>
        <translation>导出样品…</translation>
    </message>
    <message>
        <source>Finding the threshold…</source>
        <translation>正在计算异常下限…</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>取消采用</translation>
    </message>
    <message>
        <source>Forget the threshold that was decided for.</source>
        <translation>取消已采用的异常下限。</translation>
    </message>
    <message>
        <source>No threshold</source>
        <translation>没有异常下限</translation>
    </message>
    <message>
        <source>None: one for all samples</source>
        <translation>不分组：全部样品一个下限</translation>
    </message>
    <message>
        <source>Threshold {value}</source>
        <translation>异常下限 {value}</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Use for {column}</source>
        <translation>用于 {column}</translation>
    </message>
    <message>
        <source>Write the thresholds of all methods with their passes and how each was found.</source>
        <translation>写出各种方法的异常下限、逐次剔除过程及其计算方法。</translation>
    </message>
    <message>
        <source>Write value, threshold, ratio, anomalous yes or no and zone for each sample, as a table or as points for a GIS.</source>
        <translation>逐样品写出含量、异常下限、衬值、是否异常及浓度分带，可存为表格或 GIS 点图层。</translation>
    </message>
    <message>
        <source>several elements</source>
        <translation>多元素</translation>
    </message>
    <message>
        <source>{count} of {judged} samples above: {share}.</source>
        <translation>{judged} 个样品中 {count} 个超过下限，占 {share}。</translation>
    </message>
    <message>
        <source>{number} below the detection limit.</source>
        <translation>{number} 个低于检出限。</translation>
    </message>
    <message>
        <source>{number} groups without a threshold.</source>
        <translation>{number} 组没有异常下限。</translation>
    </message>
    <message>
        <source>{number} not positive, without a logarithm.</source>
        <translation>{number} 个不大于 0，不能取对数。</translation>
    </message>
    <message>
        <source>{number} thresholds, {low} to {high}</source>
        <translation>{number} 个异常下限，{low} 至 {high}</translation>
    </message>
    <message>
        <source>{number} without a group.</source>
        <translation>{number} 个没有分组。</translation>
    </message>
    <message>
        <source>{number} without a value.</source>
        <translation>{number} 个缺失。</translation>
    </message>
</context>
<context>
    <name>ThresholdTables</name>
    <message>
        <source>Anomalous</source>
        <translation>异常样品数</translation>
    </message>
    <message>
        <source>Breaks</source>
        <translation>分界点</translation>
    </message>
    <message>
        <source>Choose a line to see it on the plots and the map.</source>
        <translation>选中一行，即在各图上显示。</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>方法对比</translation>
    </message>
    <message>
        <source>Contribution</source>
        <translation>贡献</translation>
    </message>
    <message>
        <source>Contributions</source>
        <translation>贡献</translation>
    </message>
    <message>
        <source>Contributions, anomalous samples</source>
        <translation>贡献：异常样品</translation>
    </message>
    <message>
        <source>Contributions, sample {number}</source>
        <translation>贡献：样品 {number}</translation>
    </message>
    <message>
        <source>Contributions, {count} selected</source>
        <translation>贡献：选中的 {count} 个样品</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>计算域</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Intercept</source>
        <translation>截距</translation>
    </message>
    <message>
        <source>Kept thresholds</source>
        <translation>已采用的异常下限</translation>
    </message>
    <message>
        <source>Kept thresholds ({number})</source>
        <translation>已采用的异常下限（{number}）</translation>
    </message>
    <message>
        <source>Lower limit</source>
        <translation>下界</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>次</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>各次剔除</translation>
    </message>
    <message>
        <source>Passes ({number})</source>
        <translation>各次剔除（{number}）</translation>
    </message>
    <message>
        <source>Piece</source>
        <translation>段</translation>
    </message>
    <message>
        <source>Removed, high</source>
        <translation>剔除高值</translation>
    </message>
    <message>
        <source>Removed, low</source>
        <translation>剔除低值</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样品数</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>斜率</translation>
    </message>
    <message>
        <source>Straight pieces</source>
        <translation>直线段</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>异常下限</translation>
    </message>
    <message>
        <source>To</source>
        <translation>止</translation>
    </message>
    <message>
        <source>Upper limit</source>
        <translation>上界</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>样品数</translation>
    </message>
    <message>
        <source>What each element adds to the squared robust distance; a negative part makes the sample less unusual.</source>
        <translation>各元素在稳健马氏距离平方中所占的部分；负值表示该元素使样品更接近背景。</translation>
    </message>
    <message>
        <source>Why there is none</source>
        <translation>没有异常下限的原因</translation>
    </message>
    <message>
        <source>sd</source>
        <translation>标准差</translation>
    </message>
</context>
<context>
    <name>ThresholdViews</name>
    <message>
        <source>Robust distance</source>
        <translation>稳健距离</translation>
    </message>
</context>
<context>
    <name>ThresholdWords</name>
    <message>
        <source>, high values only</source>
        <translation>，只剔除高值</translation>
    </message>
    <message>
        <source>, trimmed at {cut} sd</source>
        <translation>，按 {cut} 倍剔除</translation>
    </message>
    <message>
        <source>Concentration–area, break {number} of {breaks}</source>
        <translation>含量–面积法，第 {number} 个分界点（共 {breaks} 个）</translation>
    </message>
    <message>
        <source>Median + {k} MAD</source>
        <translation>中位数 + {k} MAD</translation>
    </message>
    <message>
        <source>Percentile {percent}</source>
        <translation>百分位数 {percent}</translation>
    </message>
    <message>
        <source>Robust distance, χ² quantile {quantile}</source>
        <translation>稳健距离，χ² 分位数 {quantile}</translation>
    </message>
    <message>
        <source>Set by hand</source>
        <translation>手动设定</translation>
    </message>
    <message>
        <source>Trimming, mean + {k} sd</source>
        <translation>迭代剔除，平均值 + {k} 倍标准差</translation>
    </message>
    <message>
        <source>Tukey, inner fence</source>
        <translation>Tukey 内限</translation>
    </message>
    <message>
        <source>Tukey, outer fence</source>
        <translation>Tukey 外限</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>Go to Data</source>
        <translation>转到数据</translation>
    </message>
    <message>
        <source>Go to Judge</source>
        <translation>转到评价</translation>
    </message>
    <message>
        <source>Go to Network</source>
        <translation>转到“网络”</translation>
    </message>
    <message>
        <source>Learning. You can go on working on other pages.</source>
        <translation>正在学习。期间可以照常使用其他页面。</translation>
    </message>
    <message>
        <source>Nothing is trained yet. Press Train, or Ctrl+R.</source>
        <translation>尚未训练。请按“训练”或 Ctrl+R。</translation>
    </message>
    <message>
        <source>Paused. The weights wait where they are.</source>
        <translation>已暂停，权值停在原处。</translation>
    </message>
    <message>
        <source>Search for settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
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
</context>
<context>
    <name>TrainingPlots</name>
    <message>
        <source>Accuracy, %</source>
        <translation>准确率，%</translation>
    </message>
    <message>
        <source>Best epoch: {epoch}</source>
        <translation>最佳轮次：{epoch}</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>训练轮数</translation>
    </message>
    <message>
        <source>Error, %</source>
        <translation>错误率，%</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>全图</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
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
        <source>Network whose curves are shown</source>
        <translation>显示曲线的网络</translation>
    </message>
    <message>
        <source>Network {n}</source>
        <translation>网络 {n}</translation>
    </message>
    <message>
        <source>Newest network</source>
        <translation>最新的网络</translation>
    </message>
    <message>
        <source>Scale of the values</source>
        <translation>数值刻度</translation>
    </message>
    <message>
        <source>Show the whole curve and follow it while it grows.</source>
        <translation>显示整条曲线，并随训练继续延伸。</translation>
    </message>
    <message>
        <source>The length of the gradient will stand here.</source>
        <translation>此处将显示梯度的范数。</translation>
    </message>
    <message>
        <source>The loss will stand here.</source>
        <translation>误差曲线将显示在这里。</translation>
    </message>
    <message>
        <source>The share of right images will stand here.</source>
        <translation>此处将显示判别正确的比例。</translation>
    </message>
    <message>
        <source>This trainer has no learning rate: every weight has a step of its own.</source>
        <translation>该训练算法没有学习率：每个权值各有步长。</translation>
    </message>
    <message>
        <source>now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>running</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
</context>
<context>
    <name>TrainingSide</name>
    <message>
        <source>Training</source>
        <translation>训练设置</translation>
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
    <name>TrialsModel</name>
    <message>
        <source>Chosen in</source>
        <translation>入选的折</translation>
    </message>
    <message>
        <source>Macro-F1</source>
        <translation>宏平均F1</translation>
    </message>
    <message>
        <source>Mean over the outer folds, by the samples that choose. The best of many is flattered by it: the verdict is not.</source>
        <translation>按用于选择的样品计算，为外层各折的平均。多次试验中的最优者因此显得偏好；评判结果则不会。</translation>
    </message>
    <message>
        <source>Outer folds whose training part prefers this trial to all others.</source>
        <translation>训练部分认为此试验优于其他所有试验的外层折。</translation>
    </message>
    <message>
        <source>The job as it is.</source>
        <translation>作业原样。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>试验</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>{n}  as it is</source>
        <translation>{n}  原样</translation>
    </message>
    <message>
        <source>{n}  best</source>
        <translation>{n}  最优</translation>
    </message>
</context>
<context>
    <name>TrialsPlot</name>
    <message>
        <source>A dot for each trial will stand here.</source>
        <translation>这里每次试验对应一个点。</translation>
    </message>
    <message>
        <source>Best so far</source>
        <translation>至此最优</translation>
    </message>
    <message>
        <source>Its score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Macro-F1</source>
        <translation>宏平均F1</translation>
    </message>
    <message>
        <source>Scores of the trials</source>
        <translation>各次试验的得分</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>试验</translation>
    </message>
</context>
<context>
    <name>TrialsTable</name>
    <message>
        <source>The trials will stand here as they end.</source>
        <translation>试验完成后列在这里。</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>试验次数</translation>
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
    <name>UnknownRow</name>
    <message>
        <source>Cells unlike all training samples are hatched grey, whatever class the networks name. Off: their class is shown.</source>
        <translation>与所有训练样品都不相似的单元以灰色斜线表示，无论网络判为何类。关闭则显示其判定类别。</translation>
    </message>
    <message>
        <source>Show unknown</source>
        <translation>显示未知</translation>
    </message>
    <message>
        <source>{share} of the cells are unlike the training samples</source>
        <translation>{share} 的单元与训练样品不相似</translation>
    </message>
</context>
<context>
    <name>UseOfModel</name>
    <message>
        <source>A .parquet or .csv file that was classified before, of any size, as a map.</source>
        <translation>将以前分类得到的 .parquet 或 .csv 文件（大小不限）显示为图。</translation>
    </message>
    <message>
        <source>Classify another table…</source>
        <translation>对另一张表分类…</translation>
    </message>
    <message>
        <source>Show a classified table…</source>
        <translation>显示已分类的表…</translation>
    </message>
    <message>
        <source>Use the model</source>
        <translation>使用模型</translation>
    </message>
</context>
<context>
    <name>ValueHistogram</name>
    <message>
        <source>Values of {count} samples: from {least} to {most}, mean {mean}, standard deviation {deviation}</source>
        <translation>{count} 个样本的像素值：{least} 至 {most}，均值 {mean}，标准差 {deviation}</translation>
    </message>
    <message>
        <source>value that the network sees</source>
        <translation>输入网络的值</translation>
    </message>
    <message>
        <source>values</source>
        <translation>频数</translation>
    </message>
</context>
<context>
    <name>ValueLegend</name>
    <message>
        <source>logarithmic</source>
        <translation>对数刻度</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>强</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>弱</translation>
    </message>
</context>
<context>
    <name>ValueOptions</name>
    <message>
        <source>Cividis</source>
        <translation>蓝灰黄</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Diverging</source>
        <translation>蓝红双向</translation>
    </message>
    <message>
        <source>Inferno</source>
        <translation>黑红黄</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Reversed</source>
        <translation>反转</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>刻度</translation>
    </message>
    <message>
        <source>Two numbers, the smaller first; on a logarithmic scale above 0.</source>
        <translation>两个数，小的在前；对数刻度时须大于 0。</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>紫绿黄</translation>
    </message>
    <message>
        <source>highest</source>
        <translation>最高值</translation>
    </message>
    <message>
        <source>lowest</source>
        <translation>最低值</translation>
    </message>
    <message>
        <source>typed limits</source>
        <translation>自定上下限</translation>
    </message>
    <message>
        <source>{low}–{high} % of the samples</source>
        <translation>样品的 {low}–{high} %</translation>
    </message>
</context>
<context>
    <name>VerdictFigures</name>
    <message>
        <source>Far better than on held-out samples: the network knows these.</source>
        <translation>远好于留出样品：网络已经记住了这些样品。</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>留出样品</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>置信区间</translation>
    </message>
    <message>
        <source>Main figures</source>
        <translation>主要指标</translation>
    </message>
    <message>
        <source>On the held-out samples</source>
        <translation>在留出样品上</translation>
    </message>
    <message>
        <source>On the samples the network learned from: no measure of what it is worth</source>
        <translation>在训练样品上计算，不能说明结果的价值</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>标尺</translation>
    </message>
    <message>
        <source>The bar is the interval, the line across it the figure, the ring the training figure; the scale goes from 0 to 1, for κ and MCC from −1 to 1.</source>
        <translation>横条为置信区间，竖线为指标值，圆圈为训练样品的指标；标尺为 0 至 1，κ 与 MCC 为 −1 至 1。</translation>
    </message>
    <message>
        <source>The figures of the verdict will stand here.</source>
        <translation>此处将列出评价指标。</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练样品</translation>
    </message>
    <message>
        <source>What is measured, on samples the network had not seen</source>
        <translation>在网络未见过的样品上计算的指标</translation>
    </message>
    <message>
        <source>Where the figure would lie in most repetitions with other samples, by a bootstrap</source>
        <translation>换用其他样品重复时指标大多所在的范围，由自助法估计</translation>
    </message>
    <message>
        <source>{level} % interval</source>
        <translation>{level} % 置信区间</translation>
    </message>
</context>
<context>
    <name>VerdictTabs</name>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>No verdict: no image was held out, or an earlier version judged this run. Train again with a test part.</source>
        <translation>没有评价结果：没有留出图像，或此运行由较早的版本评价。请设置测试集后重新训练。</translation>
    </message>
    <message>
        <source>Other methods</source>
        <translation>其他方法</translation>
    </message>
    <message>
        <source>Train a network first, with images held out.</source>
        <translation>请先训练一个网络，并留出一部分图像。</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>What you would otherwise use, on the pixels of the same images. It takes seconds for small images and minutes for tens of thousands.</source>
        <translation>常用的其他方法：以每个像素为特征，使用同样的图像。小图像几秒即可完成，数万幅图像需要几分钟。</translation>
    </message>
</context>
<context>
    <name>VerdictsTable</name>
    <message>
        <source>Difference to the first</source>
        <translation>与第一次运行之差</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>未参与训练</translation>
    </message>
    <message>
        <source>On the held-out samples, with the interval below</source>
        <translation>留出样品上的值，下方为置信区间</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>标尺</translation>
    </message>
    <message>
        <source>The bar is the interval, the line across it the figure; the scale goes from 0 to 1, for κ and MCC from −1 to 1.</source>
        <translation>横条为置信区间，竖线为指标值；标尺从 0 到 1，κ 与 MCC 从 −1 到 1。</translation>
    </message>
    <message>
        <source>The figure of this run less that of the first one, on the same samples, with its interval; clear where the interval leaves 0 out.</source>
        <translation>该运行的指标减去第一次运行的指标，用相同样品计算，附置信区间；区间不含 0 时差异明显。</translation>
    </message>
    <message>
        <source>The verdicts of these runs will stand here.</source>
        <translation>此处将列出这些运行的结论。</translation>
    </message>
    <message>
        <source>Verdicts of the runs</source>
        <translation>各次运行的结论</translation>
    </message>
    <message>
        <source>What is measured, on samples the network had not seen</source>
        <translation>在网络未见过的样品上计算的指标</translation>
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
    <name>WayIn</name>
    <message>
        <source>A search goes on…</source>
        <translation>搜索正在进行…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Search settings…</source>
        <translation>搜索设置…</translation>
    </message>
    <message>
        <source>Six runs at most can be compared.</source>
        <translation>最多可对比六次运行。</translation>
    </message>
    <message>
        <source>To compare runs, select two to six: hold Ctrl and click, or Shift and press the arrow keys.</source>
        <translation>要对比运行，请选择二至六次：按住 Ctrl 点击，或按住 Shift 再按方向键。</translation>
    </message>
    <message>
        <source>Tries layers, trainers and preparations, and says what the best is worth.</source>
        <translation>试用多种网络层、训练算法和预处理，并说明最优者究竟有多好。</translation>
    </message>
</context>
<context>
    <name>WeightCount</name>
    <message>
        <source>More weights than the {samples} labelled samples: the training loss alone proves little. Watch the held-out samples.</source>
        <translation>权值比 {samples} 个已知类别的样品还多：单凭训练误差说明不了什么，请看留出样品。</translation>
    </message>
    <message>
        <source>Nothing is learned through a step: its derivative is 0 everywhere.</source>
        <translation>阶跃函数的导数处处为 0，误差传不回去，学不到任何东西。</translation>
    </message>
    <message>
        <source>One output puts the classes in an order, as if class 2 lay between 1 and 3. Deposit types have none: one-hot or softmax suits them better.</source>
        <translation>单个输出给类别排了顺序，仿佛第 2 类介于第 1 类与第 3 类之间。矿床类型没有这种顺序：独热编码或 softmax 更合适。</translation>
    </message>
    <message>
        <source>{layers}: {number} weights and biases</source>
        <translation>{layers}：共 {number} 个权值和偏置</translation>
    </message>
</context>
<context>
    <name>WeightHeatView</name>
    <message>
        <source>Magnitude</source>
        <translation>绝对值</translation>
    </message>
    <message>
        <source>Weights shown</source>
        <translation>显示的权值</translation>
    </message>
    <message>
        <source>Weights; the arrow keys go from one to the next</source>
        <translation>权值；用方向键逐个查看</translation>
    </message>
    <message>
        <source>With sign</source>
        <translation>带符号</translation>
    </message>
    <message>
        <source>input {input} → unit {unit}: {value}</source>
        <translation>输入 {input} → 神经元 {unit}：{value}</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>units</source>
        <translation>神经元</translation>
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
        <source>1,797 digits of 8 × 8 pixels: a CNN learns them in seconds. See its errors and its inside, then draw a digit and let it read yours.</source>
        <translation>1,797 个 8 × 8 像素的数字，CNN 几秒钟即可学会。查看它的错误和内部，再亲手写一个数字让它识别。</translation>
    </message>
    <message>
        <source>70,000 digits of 28 × 28 pixels, fetched once from a public mirror (12 MB).</source>
        <translation>70,000 个 28 × 28 像素的数字，从公共镜像下载一次（12 MB）。</translation>
    </message>
    <message>
        <source>A folder per class, IDX, npz, mat, a table of pixels or a sheet of digits. Classes come from folders, labels or the order of the sheet.</source>
        <translation>每类一个文件夹、IDX、npz、mat、像素表或整页数字。类别取自文件夹、标签或页面中的顺序。</translation>
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
        <source>From a laboratory or a GIS: text, Excel, Parquet, Shapefile, GeoPackage. You see how it is read, and can change it. You can also drop it anywhere on this window.</source>
        <translation>来自实验室或 GIS 的文件：文本、Excel、Parquet、Shapefile、GeoPackage。读取方式逐项列出，均可更改。也可以直接把文件拖到本窗口中。</translation>
    </message>
    <message>
        <source>Gold deposits</source>
        <translation>金矿床</translation>
    </message>
    <message>
        <source>Handwritten digits</source>
        <translation>手写数字</translation>
    </message>
    <message>
        <source>IDX, npz, mat, CSV of pixels or a picture.</source>
        <translation>IDX、npz、mat、像素 CSV 或图片。</translation>
    </message>
    <message>
        <source>Images of your own</source>
        <translation>自己的图像</translation>
    </message>
    <message>
        <source>MNIST (28 × 28)</source>
        <translation>MNIST（28 × 28）</translation>
    </message>
    <message>
        <source>One ordered output (14-9-5-1)</source>
        <translation>单个有序输出（14-9-5-1）</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>打开文件夹…</translation>
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
        <source>Open the digits</source>
        <translation>打开数字</translation>
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
        <source>Train a BP network on a table of geochemistry and see the classes as a map, or a CNN on images of digits and see what it looks at.</source>
        <translation>用化探数据表训练 BP 网络，把类别绘成图；或用数字图像训练 CNN，看它关注什么。</translation>
    </message>
</context>
<context>
    <name>WhyHere</name>
    <message>
        <source>All elements, on the Judge page</source>
        <translation>全部元素（评价页）</translation>
    </message>
    <message>
        <source>Samples were classified, cells between them are interpolated: this is the sample nearest to the click.</source>
        <translation>分类的对象是样品，样品之间的单元由网格化得到：这里是离点击处最近的样品。</translation>
    </message>
    <message>
        <source>The tab Why, One row</source>
        <translation>“为什么”标签页中的“单行”</translation>
    </message>
    <message>
        <source>What speaks for the class and against it. Every click explains another sample.</source>
        <translation>支持和反对该类别的依据。每次点击解释另一个样品。</translation>
    </message>
    <message>
        <source>Why this class?</source>
        <translation>为什么是这一类？</translation>
    </message>
</context>
<context>
    <name>WhyView</name>
    <message>
        <source>Contributions</source>
        <translation>贡献</translation>
    </message>
    <message>
        <source>Dependence</source>
        <translation>依赖</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>重要性</translation>
    </message>
    <message>
        <source>One row</source>
        <translation>单行</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
</context>
<context>
    <name>WindowForm</name>
    <message>
        <source>A map has no up and down: each window is learned in its eight positions.</source>
        <translation>平面图没有上下之分：每个窗口按八种方位学习。</translation>
    </message>
    <message>
        <source>Learn flips and quarter turns</source>
        <translation>学习翻转与直角旋转</translation>
    </message>
    <message>
        <source>The CNN sees {cells} × {cells} cells with {features} features and a mask.</source>
        <translation>CNN 看到 {cells} × {cells} 个单元，含 {features} 个特征和一个掩膜。</translation>
    </message>
    <message>
        <source>The CNN sees {cells} × {cells} cells with {features} features.</source>
        <translation>CNN 看到 {cells} × {cells} 个单元，含 {features} 个特征。</translation>
    </message>
</context>
<context>
    <name>WindowView</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>The sample is framed, north is above.</source>
        <translation>框内是样品本身，上为北。</translation>
    </message>
    <message>
        <source>The sample itself</source>
        <translation>样品本身</translation>
    </message>
    <message>
        <source>What each cell adds to the probability of the class, all elements together</source>
        <translation>每个单元给该类别的概率增加多少（各元素合计）</translation>
    </message>
    <message>
        <source>Which cells spoke</source>
        <translation>哪些单元起了作用</translation>
    </message>
    <message>
        <source>Which cells spoke for {name}</source>
        <translation>哪些单元影响“{name}”</translation>
    </message>
    <message>
        <source>no sample</source>
        <translation>无样品</translation>
    </message>
    <message>
        <source>{cells} E</source>
        <translation>东 {cells} 格</translation>
    </message>
    <message>
        <source>{cells} N</source>
        <translation>北 {cells} 格</translation>
    </message>
    <message>
        <source>{cells} S</source>
        <translation>南 {cells} 格</translation>
    </message>
    <message>
        <source>{cells} W</source>
        <translation>西 {cells} 格</translation>
    </message>
    <message>
        <source>{place}: {said}</source>
        <translation>{place}：{said}</translation>
    </message>
</context>
<context>
    <name>Winner</name>
    <message>
        <source>Job (*.toml)</source>
        <translation>作业 (*.toml)</translation>
    </message>
    <message>
        <source>Save job</source>
        <translation>保存作业</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>已保存为 {name}。</translation>
    </message>
    <message>
        <source>Take mine back</source>
        <translation>恢复我的设置</translation>
    </message>
    <message>
        <source>The settings are now those of trial {number}; train it to see its map.</source>
        <translation>现在的设置为试验 {number} 的设置；训练后即可看到它的分类图。</translation>
    </message>
</context>
<context>
    <name>ZoneMap</name>
    <message>
        <source>Anomalous samples, as multiples of the threshold</source>
        <translation>异常样品，按异常下限的倍数分带</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Inner zone, &gt; ×4</source>
        <translation>内带，&gt; 4 倍</translation>
    </message>
    <message>
        <source>Middle zone, &gt; ×2</source>
        <translation>中带，&gt; 2 倍</translation>
    </message>
    <message>
        <source>Outer zone, &gt; ×1</source>
        <translation>外带，&gt; 1 倍</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>无值</translation>
    </message>
</context>
<context>
    <name>ZooList</name>
    <message>
        <source>Forms for CIFAR, 32 × 32 pixels</source>
        <translation>CIFAR 版（32 × 32 像素）</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Networks for ImageNet</source>
        <translation>ImageNet 网络</translation>
    </message>
    <message>
        <source>No network is called that.</source>
        <translation>没有这个名称的网络。</translation>
    </message>
    <message>
        <source>Search networks</source>
        <translation>搜索网络</translation>
    </message>
    <message>
        <source>Small networks for digits</source>
        <translation>手写数字小网络</translation>
    </message>
    <message>
        <source>The program's own</source>
        <translation>本程序自带</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>typed as a pattern, or edited in the table</source>
        <translation>用文本写出，或在表中编辑</translation>
    </message>
    <message>
        <source>{original} · fitted {fitted}</source>
        <translation>{original} · 适配后 {fitted}</translation>
    </message>
    <message>
        <source>{original} · not for these images</source>
        <translation>{original} · 不适用于这些图像</translation>
    </message>
</context>
<context>
    <name>_Picture</name>
    <message>
        <source>The sample; the arrow keys go to others</source>
        <translation>该样本；用方向键切换</translation>
    </message>
</context>
<context>
    <name>baseline words</name>
    <message>
        <source>No method is clearly better than the network, but {method} is not clearly worse: macro-F1 {theirs} against {ours}, a difference of {difference}.</source>
        <translation>没有方法明显优于本网络，但{method}也不明显更差：宏平均F1为 {theirs}，本网络为 {ours}，相差 {difference}。</translation>
    </message>
    <message>
        <source>No other method could be judged.</source>
        <translation>没有其他方法可供比较。</translation>
    </message>
    <message>
        <source>The best is {method}: {theirs}.</source>
        <translation>最好的是{method}：{theirs}。</translation>
    </message>
    <message>
        <source>The network is better here than every other method. The best of these is {method}: macro-F1 {theirs} against {ours}, a difference of {difference}.</source>
        <translation>本例中网络优于其他所有方法。其中最好的是{method}：宏平均F1为 {theirs}，本网络为 {ours}，相差 {difference}。</translation>
    </message>
    <message>
        <source>better</source>
        <translation>更好</translation>
    </message>
    <message>
        <source>no clear difference</source>
        <translation>无明显差异</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>更差</translation>
    </message>
    <message>
        <source>{Method} is better here: macro-F1 {theirs} against {ours}, a difference of {difference}.</source>
        <translation>本例中{Method}更好：宏平均F1为 {theirs}，本网络为 {ours}，相差 {difference}。</translation>
    </message>
    <message>
        <source>{value} ({low} to {high})</source>
        <translation>{value}（{low} 至 {high}）</translation>
    </message>
</context>
<context>
    <name>compare words</name>
    <message>
        <source>No clear difference between “{name}” and “{first}”: {difference} in macro-F1.</source>
        <translation>“{name}”与“{first}”无明显差异：宏平均F1相差 {difference}。</translation>
    </message>
    <message>
        <source>None of these runs has a verdict yet.</source>
        <translation>这些运行都尚无结论。</translation>
    </message>
    <message>
        <source>The runs have different loss functions: compare the shapes, not the heights.</source>
        <translation>各次运行的损失函数不同：请比较曲线形状，不要比较高低。</translation>
    </message>
    <message>
        <source>{value} ({low} to {high})</source>
        <translation>{value}（{low} 至 {high}）</translation>
    </message>
    <message>
        <source>“{name}” is better than “{first}”: {difference} in macro-F1.</source>
        <translation>“{name}”优于“{first}”：宏平均F1相差 {difference}。</translation>
    </message>
    <message>
        <source>“{name}” is worse than “{first}”: {difference} in macro-F1.</source>
        <translation>“{name}”差于“{first}”：宏平均F1相差 {difference}。</translation>
    </message>
    <message>
        <source>”, “</source>
        <translation>”、“</translation>
    </message>
</context>
<context>
    <name>comparison map</name>
    <message>
        <source>A run has no predictions yet, so there is no map of it.</source>
        <translation>有一次运行尚无预测结果，因此没有分类图。</translation>
    </message>
    <message>
        <source>Runs on images have no map.</source>
        <translation>图像的运行没有分类图。</translation>
    </message>
    <message>
        <source>The map shows the difference of two runs.</source>
        <translation>图上只能显示两次运行的差异。</translation>
    </message>
    <message>
        <source>The runs classified different tables, so no map shows both.</source>
        <translation>两次运行分类的是不同的数据表，无法在同一幅图上显示。</translation>
    </message>
    <message>
        <source>The table has no coordinates, so there is no map.</source>
        <translation>数据表没有坐标，因此没有分类图。</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>0 or 1 for each sample, when the truth table is your own.</source>
        <translation>自定真值表时，每个样品取 0 或 1。</translation>
    </message>
    <message>
        <source>0…1</source>
        <translation>0…1</translation>
    </message>
    <message>
        <source>1,797 handwritten digits of the UCI repository, which come with scikit-learn. A CNN learns them in seconds.</source>
        <translation>UCI 库的 1,797 个手写数字，随 scikit-learn 提供。CNN 几秒钟即可学会。</translation>
    </message>
    <message>
        <source>1.7159·tanh(2x/3)</source>
        <translation>1.7159·tanh(2x/3)</translation>
    </message>
    <message>
        <source>2</source>
        <translation>2</translation>
    </message>
    <message>
        <source>3</source>
        <translation>3</translation>
    </message>
    <message>
        <source>4</source>
        <translation>4</translation>
    </message>
    <message>
        <source>60,000 handwritten digits of 28 × 28 pixels and 10,000 to test; fetched from public mirrors with python main.py fetch mnist.</source>
        <translation>60,000 个 28 × 28 像素的手写数字，另有 10,000 个用于测试；用 python main.py fetch mnist 从公共镜像下载。</translation>
    </message>
    <message>
        <source>6c5-2s-12c5-2s with logistic units and mean pools.</source>
        <translation>6c5-2s-12c5-2s，逻辑（S 型）神经元，平均池化。</translation>
    </message>
    <message>
        <source>A CNN looks at the cells around each sample, and {table} has no coordinates; choose their columns on the Data page, or train a BP network.</source>
        <translation>CNN 要看每个样品周围的单元，而 {table} 没有坐标；请在“数据”页指定坐标列，或改用 BP 网络。</translation>
    </message>
    <message>
        <source>A CNN looks at the cells around each sample: choose the columns of the coordinates on the Data page, or train a BP network.</source>
        <translation>CNN 要看每个样品周围的单元：请在“数据”页指定坐标列，或改用 BP 网络。</translation>
    </message>
    <message>
        <source>A CNN on windows of a survey needs the cells around each sample, which a graph for single samples has not; take the model away as a bundle (.anomodel).</source>
        <translation>测区窗口 CNN 需要每个样品周围的网格单元，而按单个样品计算的 ONNX 模型没有这些；请改存为模型包（.anomodel）。</translation>
    </message>
    <message>
        <source>A GeoPackage or Shapefile has no layer “{layer}”; choose points or areas.</source>
        <translation>GeoPackage 或 Shapefile 没有“{layer}”图层；请选 points（点）或 areas（面）。</translation>
    </message>
    <message>
        <source>A Shapefile allows 10 letters in a field name; {path} lists what each stands for.</source>
        <translation>Shapefile 的字段名最多 10 个字符；各字段的含义见 {path}。</translation>
    </message>
    <message>
        <source>A break of the concentration–area plot leaves fewer than 2 points beside it; move it away from the end or the next break.</source>
        <translation>含量–面积图的一个分界点旁不足 2 个点；请把它移离端点或相邻的分界点。</translation>
    </message>
    <message>
        <source>A buffer of {buffer} leaves no sample to train on; take a smaller one, or smaller blocks.</source>
        <translation>{buffer}的缓冲距离使训练样品一个不剩；请减小缓冲距离或分块。</translation>
    </message>
    <message>
        <source>A byte order mark at the beginning states it.</source>
        <translation>文件开头的字节顺序标记（BOM）表明了编码。</translation>
    </message>
    <message>
        <source>A cell needs at least 1 neighbour; give a number above 0.</source>
        <translation>每个单元至少需要 1 个邻近样品；请给出大于 0 的数。</translation>
    </message>
    <message>
        <source>A coordinate system is needed here; write it like EPSG:4509.</source>
        <translation>这里需要坐标系；写法如 EPSG:4509。</translation>
    </message>
    <message>
        <source>A coordinate; it has no partner or another pair was chosen.</source>
        <translation>是坐标，但没有与之配对的列，或已选了另一对坐标。</translation>
    </message>
    <message>
        <source>A distance over several elements needs at least two columns; name more.</source>
        <translation>多元素距离至少需要两列；请给出更多的列。</translation>
    </message>
    <message>
        <source>A file of the rows that changed takes two runs and their classes; leave out --out, or give two runs without --verdicts.</source>
        <translation>类别改变的行要由两次运行的类别得出，才能写成文件；请去掉 --out，或只给两次运行且不用 --verdicts。</translation>
    </message>
    <message>
        <source>A fold leaves samples of one class only to train on; take more folds, smaller blocks or a smaller buffer, or leave out classes of one sample.</source>
        <translation>某一折只剩一个类别可供训练；请增加折数、减小分块或缓冲距离，或去掉只有一个样品的类别。</translation>
    </message>
    <message>
        <source>A logratio compares concentrations, but fewer than two features are concentrations above 0; choose more features, give their units, or take another transform.</source>
        <translation>对数比变换用于比较含量，但大于 0 的含量特征不足两个；请多选特征、补充单位，或改用其他变换。</translation>
    </message>
    <message>
        <source>A map is made of predictions in a .parquet or .csv file, and {path} is another one; classify again with one of these endings.</source>
        <translation>只能由 .parquet 或 .csv 格式的预测结果成图，{path} 不是；请以其中一种扩展名重新分类。</translation>
    </message>
    <message>
        <source>A model is written as {suffixes} or into a folder, not as {suffix}; change the ending of {path}.</source>
        <translation>模型可写成 {suffixes} 或写入文件夹，不能写成 {suffix}；请修改 {path} 的扩展名。</translation>
    </message>
    <message>
        <source>A report is written as {suffixes} or into a folder, not as {suffix}; change the ending of {path}.</source>
        <translation>报告可写成 {suffixes} 或写入文件夹，不能写成 {suffix}；请更改 {path} 的扩展名。</translation>
    </message>
    <message>
        <source>A robust distance needs two or more elements; name more columns.</source>
        <translation>稳健距离需要两个以上元素；请给出更多的列。</translation>
    </message>
    <message>
        <source>A robust distance needs two or more elements; write the layer as distance:Cu,Zn,Pb.</source>
        <translation>稳健马氏距离需要两个以上的元素；图层请写作 distance:Cu,Zn,Pb。</translation>
    </message>
    <message>
        <source>A rule for values below the limit is given for columns that are no features: {columns}.</source>
        <translation>为不是特征的列给出了检出限取值规则：{columns}。</translation>
    </message>
    <message>
        <source>A search cannot be judged by a second file: judge it by folds, groups or spatial blocks, and then the job that it finds by the second file.</source>
        <translation>搜索不能用第二个文件评判：请按分折、分组或空间区块评判搜索，再用第二个文件评判找到的作业。</translation>
    </message>
    <message>
        <source>A search needs samples that judge what it finds, and the validation part only chooses: judge by a random hold-out, folds, groups or spatial blocks.</source>
        <translation>搜索需要留出样品来评判其结果，而验证部分只用于选择：请按随机留出、分折、分组或空间区块评判。</translation>
    </message>
    <message>
        <source>A search without a number of trials and without a time would never end; give one of them.</source>
        <translation>既无试验次数又无时间限制的搜索不会结束；请给出其中之一。</translation>
    </message>
    <message>
        <source>A second file</source>
        <translation>第二个文件</translation>
    </message>
    <message>
        <source>A second table with the same columns and known classes; it is judged and never trained on.</source>
        <translation>列相同且类别已知的另一个表；只用于评价，从不用于训练。</translation>
    </message>
    <message>
        <source>A sheet of {source} reaches to cell {cell}, which makes {count} cells, and {most} can be read; delete the cells far from the table in a spreadsheet, or save the table as CSV.</source>
        <translation>{source} 的一个工作表一直延伸到单元格 {cell}，共 {count} 个单元格，而最多能读取 {most} 个；请在电子表格中删除远离表格的单元格，或把表格另存为 CSV。</translation>
    </message>
    <message>
        <source>A threshold is found for one column; name one, or choose the method mahalanobis for several together.</source>
        <translation>异常下限针对一列计算；请只给一列，或用 mahalanobis 方法对多列一起计算。</translation>
    </message>
    <message>
        <source>A window of {cells} cells has no cell in its middle; take an odd number.</source>
        <translation>{cells} 个单元的窗口没有中央单元；请取奇数。</translation>
    </message>
    <message>
        <source>AND</source>
        <translation>与（AND）</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
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
        <source>Adam's steps are as long as the rate itself: at {rate} it hardly learns. Its authors propose {better}.</source>
        <translation>Adam 的步长约等于学习率本身：取 {rate} 时几乎学不到东西。其作者建议 {better}。</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Added to the variance of every component before it is brought to 1; more keeps noise from being blown up.</source>
        <translation>在把各成分方差变为 1 之前加到方差上；取大些可避免噪声被放大。</translation>
    </message>
    <message>
        <source>Address of a Dask scheduler whose workers reach the table under the same path, or “local” for a cluster on this machine. Empty: processes of this program.</source>
        <translation>Dask 调度器的地址，其工作进程须能以相同路径读取表格；“local”表示在本机建立集群。留空：使用本程序自己的进程。</translation>
    </message>
    <message>
        <source>After every sample</source>
        <translation>逐样品</translation>
    </message>
    <message>
        <source>Agreement of the members</source>
        <translation>各成员的一致度</translation>
    </message>
    <message>
        <source>AlexNet whose filters see all maps.</source>
        <translation>卷积核看全部特征图的 AlexNet（不分组）。</translation>
    </message>
    <message>
        <source>AlexNet with smaller and denser first filters.</source>
        <translation>首层卷积核更小、更密的 AlexNet。</translation>
    </message>
    <message>
        <source>All 0, or drawn between -1 and 1.</source>
        <translation>全部为 0，或在 -1 到 1 之间随机取值。</translation>
    </message>
    <message>
        <source>All cells with a comma have three digits after it; please check.</source>
        <translation>含逗号的单元格逗号后都是三位数字，无法区分小数与千位，请核对。</translation>
    </message>
    <message>
        <source>All cells with a point have three digits after it: 12.100 may be 12.1 or twelve thousand one hundred; please check.</source>
        <translation>所有带点的单元格，点后都是三位数字：12.100 可能是 12.1，也可能是一万二千一百；请检查。</translation>
    </message>
    <message>
        <source>All deposits lie outside the area of the samples; check the columns of the coordinates and both coordinate systems.</source>
        <translation>所有矿床都在样品范围以外；请检查坐标列和两者的坐标系。</translation>
    </message>
    <message>
        <source>All deposits that label no sample are listed in {path}.</source>
        <translation>未标注任何样品的矿床全部列于 {path}。</translation>
    </message>
    <message>
        <source>All images of {source} belong to one class; a network needs two or more.</source>
        <translation>{source} 的所有图像都属于同一类；网络至少需要两个类别。</translation>
    </message>
    <message>
        <source>All its bytes are valid UTF-8.</source>
        <translation>全部字节都是有效的 UTF-8。</translation>
    </message>
    <message>
        <source>All its cells are missing.</source>
        <translation>全部缺失。</translation>
    </message>
    <message>
        <source>All its cells are numbers, blank or codes.</source>
        <translation>所有单元格都是数值、空白或缺失值代码。</translation>
    </message>
    <message>
        <source>All its values are the same.</source>
        <translation>取值全部相同。</translation>
    </message>
    <message>
        <source>All labelled samples lie in one block of {size}, or in blocks that a group joins; take smaller blocks, or no group column.</source>
        <translation>所有已知类别的样品都在一个 {size} 的分块内，或在被同一分组连起来的分块内；请用更小的分块，或不用分组列。</translation>
    </message>
    <message>
        <source>All labelled samples lie in one place, so there are no blocks to hold out; judge by folds.</source>
        <translation>所有已知类别的样品在同一位置，没有分块可留出；请用分折评价。</translation>
    </message>
    <message>
        <source>All rows of the table are named as check samples; leave them in to read it.</source>
        <translation>表中所有行都标为质控样；请保留质控样再读取。</translation>
    </message>
    <message>
        <source>All {epoch} epochs were trained; the weights of epoch {kept_epoch} were kept, with a training loss of {loss}.</source>
        <translation>{epoch} 轮全部训练完毕；保留第 {kept_epoch} 轮的权值，训练误差 {loss}。</translation>
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
        <source>An amount is never negative, and {count} cells are one of few round sizes ({sizes}): minus the detection limit.</source>
        <translation>含量不会为负，而有 {count} 个单元格是少数几个整齐的数（{sizes}）：即检出限的负值。</translation>
    </message>
    <message>
        <source>An amount is never negative, but only {count} cells are ({sizes}): taken as minus the detection limit. Please check.</source>
        <translation>含量不会为负，但只有 {count} 个单元格为负（{sizes}）：按负的检出限处理，请核对。</translation>
    </message>
    <message>
        <source>Another process is working on {path}; stop it first or choose another folder.</source>
        <translation>另一个进程正在使用 {path}；请先停止它，或另选文件夹。</translation>
    </message>
    <message>
        <source>Another process of this run was lost; the same command goes on from the last checkpoint.</source>
        <translation>本次运行的另一个进程已中断；再次输入同一命令，即从最后一个检查点继续。</translation>
    </message>
    <message>
        <source>Another table seems to begin in line {line} ({names}); its rows were left out: {count}. Where they belong to this table, choose a later last line.</source>
        <translation>第 {line} 行似乎是另一张表的开始（{names}）；其各行未读入：{count} 行。若它们属于本表，请选择更靠后的末行。</translation>
    </message>
    <message>
        <source>Another table seems to begin in line {line}.</source>
        <translation>第 {line} 行似乎是另一张表的开始。</translation>
    </message>
    <message>
        <source>Another table seems to stand above, in lines {first} to {last}.</source>
        <translation>上方第 {first} 至 {last} 行似乎是另一张表。</translation>
    </message>
    <message>
        <source>Another table seems to stand in lines {first} to {last} ({names}); its rows were left out: {count}. To read it, choose its lines of names and samples.</source>
        <translation>第 {first} 至 {last} 行似乎是另一张表（{names}），其数据行已略去：{count} 行。如要读取该表，请选择它的列名行和样品行。</translation>
    </message>
    <message>
        <source>As a whole this table is unlike the survey that the run learned from: the energy distance between them is {distance}, that of parts of the survey {threshold} at most. Medians that differ most, those of the training samples in brackets: {medians}. Look for another unit, medium or laboratory.</source>
        <translation>该表整体上与训练所用的测区不相似：二者的能量距离为 {distance}，而该测区各部分之间至多为 {threshold}。中位数差别最大的特征（括号内为训练样品的中位数）：{medians}。请检查单位、采样介质或实验室是否不同。</translation>
    </message>
    <message>
        <source>As published: C3 by its table, trainable subsampling, distances to fixed codes.</source>
        <translation>按原文：C3 按连接表，可训练下采样，输出为到固定编码的距离。</translation>
    </message>
    <message>
        <source>As taught today: C3 sees all maps, ReLU, max pools, softmax.</source>
        <translation>现今教材的形式：C3 的卷积核看全部特征图，ReLU，最大池化，Softmax。</translation>
    </message>
    <message>
        <source>As the job says how many.</source>
        <translation>主成分数按作业的设置。</translation>
    </message>
    <message>
        <source>At random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>数据增强</translation>
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
        <source>Automatic takes a graphics processor where there is one.</source>
        <translation>自动：有图形处理器时使用它。</translation>
    </message>
    <message>
        <source>Average pooling</source>
        <translation>平均池化</translation>
    </message>
    <message>
        <source>Batch normalisation</source>
        <translation>批归一化</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Before the features are scaled. Logratios are left out where a feature is not positive everywhere.</source>
        <translation>在特征缩放之前进行。有特征不全为正值时不用对数比变换。</translation>
    </message>
    <message>
        <source>Below it stand totals or notes.</source>
        <translation>其下是合计或备注。</translation>
    </message>
    <message>
        <source>Below the detection limit</source>
        <translation>低于检出限的值</translation>
    </message>
    <message>
        <source>Below the detection limit, estimated by regression on order statistics: {columns}.</source>
        <translation>低于检出限的值由次序统计量回归（ROS）估计：{columns}。</translation>
    </message>
    <message>
        <source>Below the detection limit, estimated from other elements: {columns}.</source>
        <translation>低于检出限的值由其他元素回归插补：{columns}。</translation>
    </message>
    <message>
        <source>Below the detection limit, taken as half of it: {columns}.</source>
        <translation>低于检出限的值取半检出限：{columns}。</translation>
    </message>
    <message>
        <source>Below the detection limit, taken as limit/√2: {columns}.</source>
        <translation>低于检出限的值取检出限/√2：{columns}。</translation>
    </message>
    <message>
        <source>Below the detection limit, taken as the limit: {columns}.</source>
        <translation>低于检出限的值取检出限：{columns}。</translation>
    </message>
    <message>
        <source>Between {pieces} straight pieces there is no break {number}; choose a break up to {most} with --break, or more pieces with --pieces.</source>
        <translation>{pieces} 条直线段之间没有第 {number} 个分界点；请用 --break 选择不超过 {most} 的分界点，或用 --pieces 增加直线段。</translation>
    </message>
    <message>
        <source>Blank beyond {radius}: {reach} times the usual distance of samples, {spacing}, the median to the nearest one.</source>
        <translation>超过 {radius} 处空白：通常样品间距 {spacing}（到最近样品距离的中位数）的 {reach} 倍。</translation>
    </message>
    <message>
        <source>Blank beyond {radius}: {reach} times the usual distance of samples, {spacing}, which is the side of the square that each has of the survey.</source>
        <translation>超过 {radius} 处空白：通常样品间距 {spacing}（平均每个样品所占正方形的边长）的 {reach} 倍。</translation>
    </message>
    <message>
        <source>Block size</source>
        <translation>分块边长</translation>
    </message>
    <message>
        <source>Blocks of 3 × 3 convolutions and three fully connected layers.</source>
        <translation>若干 3 × 3 卷积块加三个全连接层。</translation>
    </message>
    <message>
        <source>Blocks of {size} are too small for this survey: there would be {count} of them; take larger ones.</source>
        <translation>{size}的分块对本测区太小：将有 {count} 个；请加大。</translation>
    </message>
    <message>
        <source>Blocks with a shortcut around them.</source>
        <translation>每个卷积块都有捷径连接（残差块）。</translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation>两侧</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>分界点</translation>
    </message>
    <message>
        <source>Breaks</source>
        <translation>分界点</translation>
    </message>
    <message>
        <source>Breaks have to be positive and ascend; put them in their order.</source>
        <translation>分界点须为正数并由小到大；请按顺序给出。</translation>
    </message>
    <message>
        <source>Breaks of groups</source>
        <translation>各分组的分界点</translation>
    </message>
    <message>
        <source>Breaks of the pieces as a person dragged them; empty: found by search.</source>
        <translation>拖动后的各分界点；空表示由程序求得。</translation>
    </message>
    <message>
        <source>Brings all features to the same size. Standardise to mean 0 and standard deviation 1, or map the range to -1…1. The robust z takes median and MAD, quantiles give every feature a normal distribution. Fitted on the training part only.</source>
        <translation>使各特征处于同一尺度。标准化使平均值为 0、标准差为 1；极差变换把数值范围变到 -1…1；稳健Z用中位数和绝对中位差（MAD）；分位数变换使每个特征服从正态分布。只用训练样品拟合。</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Buffer</source>
        <translation>缓冲距离</translation>
    </message>
    <message>
        <source>CSV file, or example:NAME for a bundled one.</source>
        <translation>CSV 文件；自带示例写作 example:NAME。</translation>
    </message>
    <message>
        <source>Cell size</source>
        <translation>单元大小</translation>
    </message>
    <message>
        <source>Cells across and down around each sample; an odd number, so that the sample is in the middle.</source>
        <translation>每个样品周围横向和纵向的单元数；取奇数，使样品位于中央。</translation>
    </message>
    <message>
        <source>Cells far from all others were left out: {count} ({cells}); delete them in a spreadsheet, or move what belongs to the table.</source>
        <translation>远离其他内容的单元格已略去：{count} 个（{cells}）；请在电子表格中删除它们，或把属于表格的内容移回。</translation>
    </message>
    <message>
        <source>Cells of {cell} would be {cells} over this survey, more than {most}; choose a cell of {least} or larger.</source>
        <translation>边长 {cell} 的单元在本测区将有 {cells} 个，超过 {most} 个；请取 {least} 或更大。</translation>
    </message>
    <message>
        <source>Cells of {cell} would be {rows} × {columns}, too many to hold; choose a larger cell size.</source>
        <translation>单元取 {cell} 时将有 {rows} × {columns} 个，超出内存；请取较大的单元。</translation>
    </message>
    <message>
        <source>Cells of {cell}. {reason}</source>
        <translation>单元大小 {cell}。{reason}</translation>
    </message>
    <message>
        <source>Cells such as 1.234 stand beside cells such as 1,5 and were taken for thousands; they may be decimals of another program; please check.</source>
        <translation>1.234 这样的单元格与 1,5 这样的单元格并存，前者按千分位读取；它们也可能是其他程序写出的小数；请检查。</translation>
    </message>
    <message>
        <source>Cells such as 1{sign}234 are thousands.</source>
        <translation>形如 1{sign}234 的单元格是千位分隔的数。</translation>
    </message>
    <message>
        <source>Cells that have their &lt; or &gt; from the number format of the sheet are read as below or above a limit: {count}, the first in row {row} ({text}).</source>
        <translation>由工作表数字格式显示 &lt; 或 &gt; 的单元格按低于或高于限值读取：{count} 个，首个在第 {row} 行（{text}）。</translation>
    </message>
    <message>
        <source>Cells that hold a separator stand between such signs.</source>
        <translation>含分隔符的单元格写在这种符号之间。</translation>
    </message>
    <message>
        <source>Cells that the sheet shows as percent are read as it shows them: {count}, the first in row {row} ({text}).</source>
        <translation>工作表中以百分数显示的单元格按显示值读取：{count} 个，首个在第 {row} 行（{text}）。</translation>
    </message>
    <message>
        <source>Cells unlike all training samples are marked as unknown, whatever class the networks name. The threshold is set by held-out samples, of which at most 5 % would be marked.</source>
        <translation>与所有训练样品都不相似的单元标为未知，无论网络判为何类。阈值由留出样品确定，其中至多 5 % 会被标为未知。</translation>
    </message>
    <message>
        <source>Cells with a formula that was never computed: {count}, the first is {cell}; they are blank. Open the workbook in a spreadsheet and save it to have their values.</source>
        <translation>公式从未计算过的单元格：{count} 个，第一个是 {cell}；这些单元格为空白。用电子表格软件打开工作簿并保存，即可得到其值。</translation>
    </message>
    <message>
        <source>Cells with several values of one element in one sample: {count}; the first one is taken.</source>
        <translation>同一样品同一元素有多个值的单元格：{count} 个；取第一个值。</translation>
    </message>
    <message>
        <source>Cells with several values of one element in one sample: {count}; the highest one is taken.</source>
        <translation>同一样品同一元素有多个值的单元格：{count} 个；取最大值。</translation>
    </message>
    <message>
        <source>Cells with several values of one element in one sample: {count}; the last one is taken.</source>
        <translation>同一样品同一元素有多个值的单元格：{count} 个；取最后一个值。</translation>
    </message>
    <message>
        <source>Cells with several values of one element in one sample: {count}; their mean is taken.</source>
        <translation>同一样品同一元素有多个值的单元格：{count} 个；取平均值。</translation>
    </message>
    <message>
        <source>Cells with several values of one element in one sample: {count}; their median is taken.</source>
        <translation>同一样品同一元素有多个值的单元格：{count} 个；取中位数。</translation>
    </message>
    <message>
        <source>Centred logratio (CLR)</source>
        <translation>中心对数比（CLR）</translation>
    </message>
    <message>
        <source>Change the weights once an epoch, or after every sample.</source>
        <translation>每轮更新一次权值，或逐样品更新。</translation>
    </message>
    <message>
        <source>Channels with one value in all training images ({count}) are set to 0; nothing can be read from them.</source>
        <translation>有 {count} 个通道在所有训练图像中只有一个值，已置为 0；从中读不出任何信息。</translation>
    </message>
    <message>
        <source>Check samples among the rows ({names}): standards {standard}, blanks {blank}, duplicates {duplicate}; they were left in.</source>
        <translation>数据行中有质控样（{names}）：标样 {standard} 个、空白样 {blank} 个、重复样 {duplicate} 个；均予保留。</translation>
    </message>
    <message>
        <source>Check samples left out: {gone} ({names}); found: standards {standard}, blanks {blank}, duplicates {duplicate}.</source>
        <translation>已剔除质控样 {gone} 个（{names}）；共发现：标样 {standard} 个、空白样 {blank} 个、重复样 {duplicate} 个。</translation>
    </message>
    <message>
        <source>Checking the ONNX model</source>
        <translation>正在核对 ONNX 模型</translation>
    </message>
    <message>
        <source>Choose at least one feature on the Data page.</source>
        <translation>请在“数据”页至少选择一个特征。</translation>
    </message>
    <message>
        <source>Choose the coordinates of the samples on the Data page first.</source>
        <translation>请先在“数据”页选择样品的坐标列。</translation>
    </message>
    <message>
        <source>Choose the target column on the Data page: the class to learn.</source>
        <translation>请在“数据”页选择目标列，即要学习的类别。</translation>
    </message>
    <message>
        <source>Choose the test file that judges the network, or another protocol.</source>
        <translation>请选择用于评价网络的检验文件，或换一种评价方式。</translation>
    </message>
    <message>
        <source>Chosen as the target.</source>
        <translation>已选为目标列。</translation>
    </message>
    <message>
        <source>Chosen.</source>
        <translation>由用户选定。</translation>
    </message>
    <message>
        <source>Classes are no numbers, so between samples only the nearest one can be taken; choose the method nearest, or a probability as layer.</source>
        <translation>类别不是数值，样品之间只能取最近样品；请选择方法 nearest，或选择概率作为图层。</translation>
    </message>
    <message>
        <source>Classes in the prediction set</source>
        <translation>预测集中的类别数</translation>
    </message>
    <message>
        <source>Classes of the test file that are not learned ({classes}) are left out of the judgement.</source>
        <translation>检验文件中未学习的类别（{classes}）不参与评价。</translation>
    </message>
    <message>
        <source>Classes with fewer than {fewest} held-out samples, groups or blocks have the threshold of all samples for their prediction sets, so that the level does not hold for each of them: {classes}.</source>
        <translation>留出样品、分组或区块少于 {fewest} 个的类别，其预测集采用全部样品的阈值，因此不能保证其中每一类都达到该水平：{classes}。</translation>
    </message>
    <message>
        <source>Classifying</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Classifying every image</source>
        <translation>正在对每幅图像分类</translation>
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
        <source>Column of groups with a threshold each, such as map sheets; may be empty.</source>
        <translation>分组列，如图幅，每组各有一个异常下限；可以为空。</translation>
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
        <source>Columns that hold the same element were not merged ({columns}); choose one of each as a feature.</source>
        <translation>同一元素的多个列没有合并（{columns}）；请各选一列作为特征。</translation>
    </message>
    <message>
        <source>Columns the network reads.</source>
        <translation>网络读取的列。</translation>
    </message>
    <message>
        <source>Columns without a name and without any cell left out: {count}.</source>
        <translation>略去了既无列名又无内容的列：{count} 列。</translation>
    </message>
    <message>
        <source>Comparing methods</source>
        <translation>正在对比各方法</translation>
    </message>
    <message>
        <source>Comparing the runs</source>
        <translation>正在对比各次运行</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>主成分个数</translation>
    </message>
    <message>
        <source>Computing correlations</source>
        <translation>正在计算相关系数</translation>
    </message>
    <message>
        <source>Computing statistics</source>
        <translation>正在计算统计量</translation>
    </message>
    <message>
        <source>Concentration–area</source>
        <translation>含量–面积法</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>Constant in the training part, so nothing is read from them: {columns}.</source>
        <translation>下列特征在训练样品中取值不变，不起作用：{columns}。</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>卷积</translation>
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
        <source>Cores that are used. 0 measures which number is fastest.</source>
        <translation>使用的核心数。0：实测哪个数目最快。</translation>
    </message>
    <message>
        <source>Correlations computed.</source>
        <translation>相关系数已算出。</translation>
    </message>
    <message>
        <source>Correlations of {count} elements written to {path}.</source>
        <translation>{count} 个元素的相关系数已写入 {path}。</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦</translation>
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
        <source>Dask scheduler</source>
        <translation>Dask 调度器</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Deciding how the table is read</source>
        <translation>正在判断读取方式</translation>
    </message>
    <message>
        <source>Degrees, minutes and directions stand in columns of their own: {columns}.</source>
        <translation>度、分、秒和方向各占一列：{columns}。</translation>
    </message>
    <message>
        <source>Degrees, minutes and seconds become decimal degrees.</source>
        <translation>度分秒换算为十进制度。</translation>
    </message>
    <message>
        <source>Deposit in row {row} ({name}): {reason}</source>
        <translation>第 {row} 行的矿床（{name}）：{reason}</translation>
    </message>
    <message>
        <source>Deposits outside the area of the samples ({count}) label a sample at its edge; state how far a sample may lie.</source>
        <translation>样品范围以外的矿床（{count} 个）标注了边缘的样品；请填写最大距离。</translation>
    </message>
    <message>
        <source>Deposits that label no sample and are not listed: {left}.</source>
        <translation>另有未标注任何样品、此处未列出的矿床：{left} 个。</translation>
    </message>
    <message>
        <source>Deposits that label no sample: {count} of {all}; each is listed with its reason.</source>
        <translation>{all} 个矿床中有 {count} 个未标注样品；原因逐一列出。</translation>
    </message>
    <message>
        <source>Describing the columns</source>
        <translation>正在统计各列</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Digits of 8 × 8 pixels</source>
        <translation>8 × 8 像素手写数字</translation>
    </message>
    <message>
        <source>Distances to prototypes</source>
        <translation>到原型的距离（RBF）</translation>
    </message>
    <message>
        <source>Divide all samples into so many folds; each is held out once and judged by a network that never saw it. 0: none.</source>
        <translation>把全部样本分成若干折；每折留出一次，由没有见过它的网络评价。0：不分折。</translation>
    </message>
    <message>
        <source>Double</source>
        <translation>双精度</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>结构图</translation>
    </message>
    <message>
        <source>Drawing the areas</source>
        <translation>正在生成类别面</translation>
    </message>
    <message>
        <source>Drawing the curves</source>
        <translation>绘制曲线</translation>
    </message>
    <message>
        <source>Drawing the map</source>
        <translation>绘制分类图</translation>
    </message>
    <message>
        <source>Drawing the maps</source>
        <translation>绘制图件</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>抽取方式</translation>
    </message>
    <message>
        <source>Drawn by its ratio; counts with a validation part.</source>
        <translation>按比例抽取；有验证部分时才起作用。</translation>
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
        <source>Each cell of {column} holds two coordinates, latitude or northing first.</source>
        <translation>{column} 的每个单元格含两个坐标，纬度（北坐标）在前。</translation>
    </message>
    <message>
        <source>Each cell of {column} holds two coordinates, longitude or easting first.</source>
        <translation>{column} 的每个单元格含两个坐标，经度（东坐标）在前。</translation>
    </message>
    <message>
        <source>Each coordinate has its column.</source>
        <translation>每个坐标各占一列。</translation>
    </message>
    <message>
        <source>Each line has “{separator}” equally often, which separates cells in few files; please check.</source>
        <translation>每一行中“{separator}”的个数都相同，但很少有文件用它分隔单元格；请核对。</translation>
    </message>
    <message>
        <source>Each member draws its own samples</source>
        <translation>各成员自行抽样</translation>
    </message>
    <message>
        <source>Each member learns from as many samples, drawn with replacement; those that it did not draw, a third, watch its validation loss. The members differ more, and none is lost to a validation part.</source>
        <translation>每个成员有放回地抽取同样多的样品来学习，未抽到的约三分之一用于观察其验证误差。成员之间差别更大，也没有样品因单独留作验证而损失。</translation>
    </message>
    <message>
        <source>Each of {folds} folds prepares {rows} rows for itself, {needed} GB together; judge by fewer folds, or by a random hold-out.</source>
        <translation>{folds} 折各自预处理 {rows} 行，共需 {needed} GB；请减少折数，或用随机留出。</translation>
    </message>
    <message>
        <source>Each pass removes what is farther from the mean than this; 0 means the same as k.</source>
        <translation>每次剔除与平均值相差超过此倍数的值；0 表示与 k 相同。</translation>
    </message>
    <message>
        <source>Each row is a sample.</source>
        <translation>每行是一个样品。</translation>
    </message>
    <message>
        <source>Each training part is divided again into so many folds, by which its setting is chosen.</source>
        <translation>每个训练部分再分成若干折，据此选择设置。</translation>
    </message>
    <message>
        <source>Each trial would train {count} networks for each member, since {folds} folds are divided again; judge the search by fewer folds.</source>
        <translation>{folds} 折各自再分折，每次试验要为每个成员训练 {count} 个网络；请减少评判的折数。</translation>
    </message>
    <message>
        <source>Elastic distortion</source>
        <translation>弹性变形</translation>
    </message>
    <message>
        <source>Elements stand below each other ({elements}…) and samples beside each other: rows and columns are exchanged.</source>
        <translation>元素自上而下排列（{elements}…），样品并排排列：行列已互换。</translation>
    </message>
    <message>
        <source>Empty cells of the sheet left out: {count}.</source>
        <translation>略去图版的空格：{count} 个。</translation>
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
        <source>Entropy (0 certain, 1 undecided)</source>
        <translation>熵（0 确定，1 未定）</translation>
    </message>
    <message>
        <source>Epoch limit</source>
        <translation>轮数上限</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Epochs between two steps of the learning rate.</source>
        <translation>学习率两次变化之间的轮数。</translation>
    </message>
    <message>
        <source>Error goal</source>
        <translation>误差目标</translation>
    </message>
    <message>
        <source>Evenly (Sobol sequence)</source>
        <translation>均匀（Sobol 序列）</translation>
    </message>
    <message>
        <source>Evenly over all ranges together, or each at random. Neither looks at results, so no held-out sample steers what is tried.</source>
        <translation>在所有范围内均匀抽取，或各自随机抽取。两者都不看结果，留出样品不会影响试什么。</translation>
    </message>
    <message>
        <source>Every image of this run has a known class; export all of them instead.</source>
        <translation>该运行的所有图像都有已知类别；请改为导出全部。</translation>
    </message>
    <message>
        <source>Every image of {source} holds values that are no numbers; choose another file.</source>
        <translation>{source} 的每幅图像都含非数值；请选择其他文件。</translation>
    </message>
    <message>
        <source>Every layer of a block reads the maps of all layers before it.</source>
        <translation>块内每一层都读取前面所有层的特征图（密集连接）。</translation>
    </message>
    <message>
        <source>Every row has one cell more than the header names; the first column was taken for row names without a header.</source>
        <translation>每行都比表头多一个单元格；第一列按没有表头的行名处理。</translation>
    </message>
    <message>
        <source>Explaining the network</source>
        <translation>正在解释网络</translation>
    </message>
    <message>
        <source>Factor of the gradient in each step.</source>
        <translation>每一步中梯度所乘的系数。</translation>
    </message>
    <message>
        <source>Factor of the gradient in each step; with a schedule its highest value.</source>
        <translation>每步梯度的系数；使用学习率计划时为其最大值。</translation>
    </message>
    <message>
        <source>Far from the centre of the training samples</source>
        <translation>远离训练样品的中心</translation>
    </message>
    <message>
        <source>Far from the nearest training samples</source>
        <translation>远离最近的训练样品</translation>
    </message>
    <message>
        <source>Favour rare classes</source>
        <translation>照顾稀少类别</translation>
    </message>
    <message>
        <source>Favouring rare classes goes with softmax outputs; this network has the coding “{coding}”. Choose softmax, or set it to 0.</source>
        <translation>照顾稀少类别须用 softmax 输出；此网络的编码为“{coding}”。请选择 softmax，或设为 0。</translation>
    </message>
    <message>
        <source>Feature reuse in {count} dense blocks.</source>
        <translation>{count} 个密集块的特征复用。</translation>
    </message>
    <message>
        <source>Feature reuse is shown for a DenseNet, whose layers read the maps of all before them; this network has no such block.</source>
        <translation>特征复用图只适用于 DenseNet，其每一层都读取前面各层的特征图；该网络没有这样的密集块。</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Features that another rule is taken for.</source>
        <translation>另取规则的特征。</translation>
    </message>
    <message>
        <source>Fence</source>
        <translation>界限</translation>
    </message>
    <message>
        <source>Fetching MNIST (bytes)</source>
        <translation>正在下载 MNIST（字节）</translation>
    </message>
    <message>
        <source>File or folder of images, or example:NAME for a bundled set.</source>
        <translation>图像文件或文件夹，或用 example:NAME 表示自带的图像集。</translation>
    </message>
    <message>
        <source>Filters of conv2, conv4 and conv5 see half of the maps.</source>
        <translation>conv2、conv4 和 conv5 的卷积核只看一半特征图。</translation>
    </message>
    <message>
        <source>Finding the threshold</source>
        <translation>正在计算异常下限</translation>
    </message>
    <message>
        <source>Finding what is not known</source>
        <translation>正在确定哪些尚不可知</translation>
    </message>
    <message>
        <source>Finding what the result is worth</source>
        <translation>正在评价结果</translation>
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
        <source>Fitted to the data</source>
        <translation>适配数据</translation>
    </message>
    <message>
        <source>Fitting other classifiers</source>
        <translation>正在拟合其他分类器</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>展平</translation>
    </message>
    <message>
        <source>Flips and quarter turns</source>
        <translation>翻转与直角旋转</translation>
    </message>
    <message>
        <source>Folds</source>
        <translation>折数</translation>
    </message>
    <message>
        <source>Folds of groups</source>
        <translation>分组分折</translation>
    </message>
    <message>
        <source>For windows of a map, which have no up and down; digits do.</source>
        <translation>用于没有上下之分的平面图窗口；数字则有上下。</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Found among the numbers, with their count: {codes}.</source>
        <translation>在数值中发现（括号内为个数）：{codes}。</translation>
    </message>
    <message>
        <source>Found among the numbers, with their count: {codes}. Chosen: {chosen}.</source>
        <translation>在数值中发现（括号内为个数）：{codes}。指定的：{chosen}。</translation>
    </message>
    <message>
        <source>From there on the columns hold samples.</source>
        <translation>从这一行起各列都是样品数据。</translation>
    </message>
    <message>
        <source>Fully connected</source>
        <translation>全连接</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Give the network principal components of the scaled features instead of these. Whitening brings them all to the variance 1.</source>
        <translation>以变换后特征的主成分代替特征输入网络。白化使各主成分的方差都为 1。</translation>
    </message>
    <message>
        <source>Global average pooling</source>
        <translation>全局平均池化</translation>
    </message>
    <message>
        <source>Gold deposit types (synthetic)</source>
        <translation>金矿床类型（合成数据）</translation>
    </message>
    <message>
        <source>GoogLeNet as it was trained, with two further classifiers on the way.</source>
        <translation>训练时的 GoogLeNet，中途另有两个辅助分类器。</translation>
    </message>
    <message>
        <source>Grad-CAM needs a convolution, and this network has none; take integrated gradients or occlusion.</source>
        <translation>Grad-CAM 需要卷积层，而该网络没有；请改用积分梯度或遮挡法。</translation>
    </message>
    <message>
        <source>Graphics processor</source>
        <translation>图形处理器</translation>
    </message>
    <message>
        <source>Gridding</source>
        <translation>正在网格化</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Group {group} has no threshold: {reason}</source>
        <translation>分组 {group} 没有异常下限：{reason}</translation>
    </message>
    <message>
        <source>Groups with breaks of their own, as a person dragged them.</source>
        <translation>单独拖动过分界点的分组。</translation>
    </message>
    <message>
        <source>Half the limit</source>
        <translation>检出限的一半</translation>
    </message>
    <message>
        <source>Half the squared error</source>
        <translation>平方误差之半</translation>
    </message>
    <message>
        <source>He</source>
        <translation>He</translation>
    </message>
    <message>
        <source>Headings among the samples, with no value beside them, were left out: {count} ({lines}).</source>
        <translation>样品之间没有数值的小标题行已略去：{count} 行（{lines}）。</translation>
    </message>
    <message>
        <source>Held-out samples ({samples}, of {classes}) are judged by networks that never saw their class, since all its samples are held out together: they count as wrong. Merge such classes, or divide more finely.</source>
        <translation>有 {samples} 个留出样品（{classes}）由从未见过该类别的网络评价，因为该类样品全部同时留出：均计为错误。请合并这些类别，或划分得更细。</translation>
    </message>
    <message>
        <source>Hidden fully connected layers have {units} units instead of {published}, as many as values come in.</source>
        <translation>隐含全连接层取 {units} 个神经元（原文 {published} 个），与输入值个数相同。</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>隐含层</translation>
    </message>
    <message>
        <source>High values only</source>
        <translation>只剔除高值</translation>
    </message>
    <message>
        <source>Holding out groups needs to know them: choose the column of the group (drill hole, deposit, sheet) on the Data page, or take another protocol.</source>
        <translation>按分组留出须知道分组：请在“数据”页选择分组列（钻孔、矿床、图幅），或换一种评价方式。</translation>
    </message>
    <message>
        <source>How far a wrong output moves the weights. From weights of 0 it only scales them: the line takes the same way with any rate.</source>
        <translation>输出有误时权值改变的幅度。初始权值为 0 时，它只改变权值的大小，无论取多少，分界线的移动过程都相同。</translation>
    </message>
    <message>
        <source>How many settings are tried; the first is the job as it is. 0: as many as the time allows.</source>
        <translation>试多少组设置；第一组为作业原样。0：时间允许多少就试多少。</translation>
    </message>
    <message>
        <source>How many.</source>
        <translation>层数。</translation>
    </message>
    <message>
        <source>How often every sample is seen.</source>
        <translation>每个样本被学习的次数。</translation>
    </message>
    <message>
        <source>How the file becomes a table, and where its labels come from.</source>
        <translation>文件如何读成数据表，类别标注来自何处。</translation>
    </message>
    <message>
        <source>How the file or folder becomes images.</source>
        <translation>文件或文件夹如何读成图像。</translation>
    </message>
    <message>
        <source>How the learning rate changes: constant, by a factor every few epochs, down half a cosine, or up and then down again in one cycle.</source>
        <translation>学习率如何变化：不变、每隔若干轮乘以系数、沿半个余弦下降，或在单周期内先升后降。</translation>
    </message>
    <message>
        <source>How the threshold is found. All methods can be compared in one table.</source>
        <translation>确定异常下限的方法。各方法可在同一张表中对比。</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Images have no places on a map, so {options} means nothing here; leave it out.</source>
        <translation>图像在地图上没有位置，因此 {options} 在这里没有意义；请去掉该选项。</translation>
    </message>
    <message>
        <source>Images have no protocol of judging: their test part judges, or their folds, as the section preparation of the job says.</source>
        <translation>图像不设评价方式：由测试集或各折评价，见作业的 preparation 一节。</translation>
    </message>
    <message>
        <source>Images have no protocol of judging: their test part judges, or their folds; change these with --set preparation.test_part=0.3 or --set preparation.folds=5.</source>
        <translation>图像不设评价方式：由测试集或各折评价；可用 --set preparation.test_part=0.3 或 --set preparation.folds=5 更改。</translation>
    </message>
    <message>
        <source>Images of {values} values are too large to be whitened, which needs a matrix of all pairs of values; choose another preparation of the pixels, or images of at most {most} values.</source>
        <translation>每幅图像有 {values} 个值，太大而无法白化：白化需要所有值两两之间的矩阵；请改用其他像素预处理，或使用不超过 {most} 个值的图像。</translation>
    </message>
    <message>
        <source>Imputation by regression</source>
        <translation>回归插补</translation>
    </message>
    <message>
        <source>In the unit of the element. Dragging the line in a plot sets it too.</source>
        <translation>以元素的单位计。也可在图上拖动红线。</translation>
    </message>
    <message>
        <source>In these images the ink takes {found} of the side, in those that the network has learned {learned}; it was framed as in those.</source>
        <translation>这些图像的笔画占边长的 {found}，网络学过的图像占 {learned}；已按学过的图像规整。</translation>
    </message>
    <message>
        <source>In {tries} tries none of {members} networks met the goal {goal} within {epoch} epochs; the best try was kept, with a median training loss of {loss}.</source>
        <translation>{tries} 次学习中，{members} 个网络在 {epoch} 轮内均未达到目标 {goal}；保留了最好的一次，训练误差中位数 {loss}。</translation>
    </message>
    <message>
        <source>Initial step Δ₀</source>
        <translation>初始步长 Δ₀</translation>
    </message>
    <message>
        <source>Inner folds</source>
        <translation>内层折数</translation>
    </message>
    <message>
        <source>Inner, 1.5</source>
        <translation>内限，1.5</translation>
    </message>
    <message>
        <source>Interrupted; the same command goes on with the run.</source>
        <translation>已中断；再次执行同一命令即可继续本次运行。</translation>
    </message>
    <message>
        <source>Interrupted; the same command goes on with the search.</source>
        <translation>已中断；用同一命令可继续搜索。</translation>
    </message>
    <message>
        <source>Inverted, since their strokes are darker than the background: {count} of the images.</source>
        <translation>有 {count} 幅图像的笔画比背景暗，已反相。</translation>
    </message>
    <message>
        <source>Isometric logratio (ILR)</source>
        <translation>等距对数比（ILR）</translation>
    </message>
    <message>
        <source>It cannot be fitted in fold {fold}, whose training samples are all of one class; judge by fewer folds or larger groups.</source>
        <translation>在第 {fold} 折中无法拟合，该折的训练样品全属同一类别；请减少折数，或采用更大的分组来评定。</translation>
    </message>
    <message>
        <source>It cannot be fitted in fold {fold}: {reason}.</source>
        <translation>在第 {fold} 折中无法拟合：{reason}。</translation>
    </message>
    <message>
        <source>It has no class.</source>
        <translation>没有类别。</translation>
    </message>
    <message>
        <source>It has no number, but its name is one of an amount.</source>
        <translation>该列没有数值，但列名表示含量。</translation>
    </message>
    <message>
        <source>It has no number.</source>
        <translation>该列没有数值。</translation>
    </message>
    <message>
        <source>It holds nothing but the signs &lt; and &gt; of {column}.</source>
        <translation>该列只有 {column} 的 &lt; 和 &gt; 符号。</translation>
    </message>
    <message>
        <source>It holds nothing but the signs &lt; and &gt;, and stands beside {column}. Where they belong to another column, make it a column of text.</source>
        <translation>该列只有 &lt; 和 &gt; 等符号，与 {column} 相邻。如果这些符号属于另一列，请将该列设为文本列。</translation>
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
        <source>It holds the values of a file in long form.</source>
        <translation>它是长格式文件中的数值列。</translation>
    </message>
    <message>
        <source>It is the fullest of {count}.</source>
        <translation>它是 {count} 个工作表中内容最多的一个。</translation>
    </message>
    <message>
        <source>It names samples, and its cells were kept as text: ="12".</source>
        <translation>该列是样品编号，且单元格以文本形式保存：="12"。</translation>
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
        <source>It splits the lines most evenly.</source>
        <translation>按它拆分各行最为整齐。</translation>
    </message>
    <message>
        <source>It stands alone, far outside the other values.</source>
        <translation>它孤立存在，远离其他值。</translation>
    </message>
    <message>
        <source>It stands in the cells.</source>
        <translation>单位写在单元格中。</translation>
    </message>
    <message>
        <source>It tells where or when the sample was taken.</source>
        <translation>说明采样的地点或时间。</translation>
    </message>
    <message>
        <source>Iterative trimming</source>
        <translation>迭代剔除</translation>
    </message>
    <message>
        <source>Its coordinates are missing.</source>
        <translation>缺坐标。</translation>
    </message>
    <message>
        <source>Its coordinates are no longitude and latitude.</source>
        <translation>其坐标不是经纬度。</translation>
    </message>
    <message>
        <source>Its digits are names: zeros in front, or more than 15.</source>
        <translation>这些数字是编号：以零开头，或超过 15 位。</translation>
    </message>
    <message>
        <source>Its numbers are codes of classes, not amounts.</source>
        <translation>数字是类别代码，不是含量。</translation>
    </message>
    <message>
        <source>Its process died over and over.</source>
        <translation>执行它的进程一再中止。</translation>
    </message>
    <message>
        <source>Its process died {count} times over.</source>
        <translation>执行它的进程连续中止了 {count} 次。</translation>
    </message>
    <message>
        <source>Its sample is nearer to deposit {number} ({name}).</source>
        <translation>其样品离矿床 {number}（{name}）更近。</translation>
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
        <source>Joined maps</source>
        <translation>特征图拼接</translation>
    </message>
    <message>
        <source>Joining all samples within a radius needs a radius above 0.</source>
        <translation>按半径连接样品时，半径须大于 0。</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>评价方式</translation>
    </message>
    <message>
        <source>Judged on other samples than “{first}”, so only the intervals can be held against each other: “{second}”.</source>
        <translation>评价所用样品与“{first}”不同，只能比较置信区间：“{second}”。</translation>
    </message>
    <message>
        <source>Judged on the same samples as “{first}” but divided otherwise, so only the intervals can be held against each other: “{second}”.</source>
        <translation>评价所用样品与“{first}”相同，但划分不同，只能比较置信区间：“{second}”。</translation>
    </message>
    <message>
        <source>Judging</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>Judging by a second file needs one: choose it where it says how the network is judged, or take another protocol.</source>
        <translation>用第二个文件评价须有该文件：请在评价方式处选择，或换一种评价方式。</translation>
    </message>
    <message>
        <source>Kept as {oxide}; {element} can be computed from it.</source>
        <translation>保留为 {oxide}；可由它换算出 {element}。</translation>
    </message>
    <message>
        <source>Kept in {unit}; other units can be chosen.</source>
        <translation>保留单位 {unit}；可选择其他单位。</translation>
    </message>
    <message>
        <source>Kriging needs at least {least} samples at different places, and there are {count}; take inverse distances instead.</source>
        <translation>克里金插值至少需要 {least} 个不同位置的样品，现有 {count} 个；请改用反距离加权。</translation>
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
        <source>L2 pooling</source>
        <translation>L2 池化</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>Labelled samples without coordinates ({count}) belong to no block and are near to nothing, so they may be held out beside their neighbours.</source>
        <translation>有 {count} 个已知类别的样品没有坐标，不属于任何分块，也无法算距离，可能与其邻近样品分处两侧。</translation>
    </message>
    <message>
        <source>Larger or smaller by up to this share.</source>
        <translation>放大或缩小，最多为这一比例。</translation>
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
        <source>Layers, position {position}: a - must stand before {found}.</source>
        <translation>网络层第 {position} 个字符：{found} 之前须有“-”。</translation>
    </message>
    <message>
        <source>Layers, position {position}: a layer such as CONV, POOL or FC must stand here.</source>
        <translation>网络层第 {position} 个字符：此处应为一层，如 CONV、POOL 或 FC。</translation>
    </message>
    <message>
        <source>Layers, position {position}: a share of {found} cannot be left out; take 0 to 0.9.</source>
        <translation>网络层第 {position} 个字符：失活比例不能为 {found}；请取 0 至 0.9。</translation>
    </message>
    <message>
        <source>Layers, position {position}: how often to repeat must stand here as a number, such as 2.</source>
        <translation>网络层第 {position} 个字符：此处应写重复次数，例如 2。</translation>
    </message>
    <message>
        <source>Layers, position {position}: kernels are square; write {side}x{side} for {found}.</source>
        <translation>网络层第 {position} 个字符：核必须是方形；请把 {found} 写成 {side}x{side}。</translation>
    </message>
    <message>
        <source>Layers, position {position}: more than {deepest} brackets lie in each other; write fewer.</source>
        <translation>网络层第 {position} 个字符：括号嵌套超过 {deepest} 层，请减少。</translation>
    </message>
    <message>
        <source>Layers, position {position}: the bracket {opened} opened here is not closed by {closing}.</source>
        <translation>网络层第 {position} 个字符：此处的左括号 {opened} 没有用 {closing} 闭合。</translation>
    </message>
    <message>
        <source>Layers, position {position}: this bracket was never opened.</source>
        <translation>网络层第 {position} 个字符：此右括号没有对应的左括号。</translation>
    </message>
    <message>
        <source>Layers, position {position}: {found} is not known; layers are {words}.</source>
        <translation>网络层第 {position} 个字符：不认识 {found}；可用的层有 {words}。</translation>
    </message>
    <message>
        <source>Layers, position {position}: {found} is out of bounds; {low} to {high} can be written here.</source>
        <translation>网络层第 {position} 个字符：{found} 超出范围；此处可写 {low} 至 {high}。</translation>
    </message>
    <message>
        <source>Layers, position {position}: {found} says a second time what {word} was given before; leave one out.</source>
        <translation>网络层第 {position} 个字符：{found} 重复给出了 {word} 已有的参数；请删去一个。</translation>
    </message>
    <message>
        <source>Layers, position {position}: {word} takes no {found}; its figures are: {allowed}.</source>
        <translation>网络层第 {position} 个字符：{word} 不接受 {found}；它的参数写法为：{allowed}。</translation>
    </message>
    <message>
        <source>Laying out the samples by t-SNE</source>
        <translation>正在用 t-SNE 排布样本</translation>
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
        <source>Leave one group out</source>
        <translation>留一组法</translation>
    </message>
    <message>
        <source>Leave one out</source>
        <translation>留一法</translation>
    </message>
    <message>
        <source>Leaving one out with a buffer cannot be repeated inside a training part; search with spatial blocks instead.</source>
        <translation>带缓冲距离的留一法不能在训练部分内再做一次；请改用空间区块进行搜索。</translation>
    </message>
    <message>
        <source>Leaving out one of {count} at a time would train {count} networks for each member; judge by folds instead.</source>
        <translation>{count} 个逐一留出，每个成员要训练 {count} 个网络；请改用分折评价。</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不参加计算</translation>
    </message>
    <message>
        <source>Left out for their number of cells: {count} of the rows; line {number} has {actual} instead of {expected}.</source>
        <translation>有 {count} 行的单元格数不符，已略去；第 {number} 行有 {actual} 个，应为 {expected} 个。</translation>
    </message>
    <message>
        <source>Left out, since a pixel in them is no number: {count} of the rows, the first at column {column} of line {line}.</source>
        <translation>有 {count} 行的像素不是数，已略去，第一处在第 {line} 行的 {column} 列。</translation>
    </message>
    <message>
        <source>Left out, since they cannot be read: {count} of the pictures ({names}).</source>
        <translation>有 {count} 张图片无法读取，已略去（{names}）。</translation>
    </message>
    <message>
        <source>Left out, since they hold values that are no numbers: {count} of the images, the first of them image {number}.</source>
        <translation>有 {count} 幅图像含非数值，已略去，其中第一幅是第 {number} 幅。</translation>
    </message>
    <message>
        <source>Level of the prediction sets</source>
        <translation>预测集的置信水平</translation>
    </message>
    <message>
        <source>Limit / √2</source>
        <translation>检出限 / √2</translation>
    </message>
    <message>
        <source>Limit/√2</source>
        <translation>检出限/√2</translation>
    </message>
    <message>
        <source>Line {line} cannot hold the names, units or methods of {source}: choose one of the lines up to {last}.</source>
        <translation>{source} 的第 {line} 行不能作为列名、单位或分析方法行：请在第 {last} 行以前选择。</translation>
    </message>
    <message>
        <source>Line {line} of {source} has {count} cells, most others have {usual}; divide it into lines, or choose another separator.</source>
        <translation>{source} 的第 {line} 行有 {count} 个单元格，其余大多数行有 {usual} 个；请将该行分成多行，或选择其他分隔符。</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Lines above the samples hold numbers, but name no sample; they were left out: {lines}. Where they are samples, choose an earlier first line.</source>
        <translation>样品上方有些行含有数字但没有样品号，已略去：第 {lines} 行。如果它们是样品，请选择更靠前的首行。</translation>
    </message>
    <message>
        <source>Lines at the foot are no samples and were left out: {count} ({lines}).</source>
        <translation>表尾有 {count} 行不是样品，已略去（{lines}）。</translation>
    </message>
    <message>
        <source>Lines of comments among the samples were left out: {count} ({lines}).</source>
        <translation>样品之间的注释行已略去：{count} 行（{lines}）。</translation>
    </message>
    <message>
        <source>Lines that hold words where numbers stand were taken for samples, since they look like those below: {lines}.</source>
        <translation>以下各行在应为数字处写的是文字，但与下面的样品行相似，已作为样品：{lines}。</translation>
    </message>
    <message>
        <source>Lines with a single text beside the table were left out: {count} ({lines}).</source>
        <translation>表格之外只有一段文字的行已略去：{count} 行（{lines}）。</translation>
    </message>
    <message>
        <source>Loading the compiled kernel</source>
        <translation>正在载入编译好的计算内核</translation>
    </message>
    <message>
        <source>Local response normalisation</source>
        <translation>局部响应归一化</translation>
    </message>
    <message>
        <source>Logarithm</source>
        <translation>取对数</translation>
    </message>
    <message>
        <source>Logarithm (log10)</source>
        <translation>对数（log10）</translation>
    </message>
    <message>
        <source>Logistic</source>
        <translation>逻辑</translation>
    </message>
    <message>
        <source>Looking at the samples</source>
        <translation>正在计算各样本的特征</translation>
    </message>
    <message>
        <source>Loss function</source>
        <translation>误差函数</translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation>MNIST</translation>
    </message>
    <message>
        <source>MNIST is not on this computer yet; fetch it with python main.py fetch mnist, or choose a file train-images-idx3-ubyte.gz that you have.</source>
        <translation>本机还没有 MNIST；请用 python main.py fetch mnist 下载，或选择已有的 train-images-idx3-ubyte.gz 文件。</translation>
    </message>
    <message>
        <source>MNIST lies here: {size} MB in {folder}.</source>
        <translation>MNIST 已在本机：{size} MB，位于 {folder}。</translation>
    </message>
    <message>
        <source>Maps of {count} layers.</source>
        <translation>{count} 层的特征图。</translation>
    </message>
    <message>
        <source>Mask as a channel</source>
        <translation>掩膜通道</translation>
    </message>
    <message>
        <source>Max pooling</source>
        <translation>最大池化</translation>
    </message>
    <message>
        <source>Mean image removed</source>
        <translation>减去均值图像</translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <source>Median + k·MAD</source>
        <translation>中位数 + k·MAD</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Members that name another class than the known one</source>
        <translation>判为其他类别的成员比例</translation>
    </message>
    <message>
        <source>Memory did not suffice for a batch; now {samples} samples are computed at once, and their gradients are added. Each step still means the whole batch.</source>
        <translation>内存不足以一次计算整批样本；现在每次计算 {samples} 个样本并累加梯度，每一步仍相当于整批样本。</translation>
    </message>
    <message>
        <source>Memory did not suffice for {samples} samples at once in one of several processes; set a smaller batch, or start more processes.</source>
        <translation>多个进程中有一个内存不足，无法同时计算 {samples} 个样本；请减小批，或增加进程。</translation>
    </message>
    <message>
        <source>Merged cells were divided, each with the value of all: {count} of them.</source>
        <translation>合并单元格已拆分，每个单元格都取合并前的值：{count} 处。</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Min–max to -1…1</source>
        <translation>极差变换 -1…1</translation>
    </message>
    <message>
        <source>Missing probability: 1 − p(known class)</source>
        <translation>概率的欠缺：1 − p(已知类别)</translation>
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
        <source>More than 8 bits in {count} of the pictures: 0…{full} was brought to 0…255.</source>
        <translation>有 {count} 张图片超过 8 位：已将 0…{full} 变换到 0…255。</translation>
    </message>
    <message>
        <source>More than 80 % of the training values are below the limit, so the estimates are poor: {columns}.</source>
        <translation>训练样品中 80 % 以上的值低于检出限，估计值不可靠：{columns}。</translation>
    </message>
    <message>
        <source>More than half of the training values are equal, so the standard deviation stands for the MAD: {columns}.</source>
        <translation>一半以上的训练样品取值相同，以标准差代替 MAD：{columns}。</translation>
    </message>
    <message>
        <source>Most of its cells are codes of methods.</source>
        <translation>该行多数单元格是分析方法代号。</translation>
    </message>
    <message>
        <source>Most of its cells are units.</source>
        <translation>该行多数单元格是单位。</translation>
    </message>
    <message>
        <source>Most of its cells are words.</source>
        <translation>多数单元格是文字。</translation>
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
        <source>NUL bytes left out of the text: {count}, the first in line {line}.</source>
        <translation>文本中略去的 NUL 字节：{count} 个，第一个在第 {line} 行。</translation>
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
        <source>Name of a network of the zoo, see python main.py networks; custom: the layers below.</source>
        <translation>网络库中的网络名，见 python main.py networks；custom 表示下面的各层。</translation>
    </message>
    <message>
        <source>Name of the coordinate reference system, if known.</source>
        <translation>坐标系的名称（如已知）。</translation>
    </message>
    <message>
        <source>Name the image to look at: --sample with its number from 0, or --drawing with a file.</source>
        <translation>请指明要查看的图像：用 --sample 给出编号（从 0 开始），或用 --drawing 给出文件。</translation>
    </message>
    <message>
        <source>Named so are standards {standard}, blanks {blank}, duplicates {duplicate}; they stay until you choose to leave them out.</source>
        <translation>按名称判断：标样 {standard} 个、空白样 {blank} 个、重复样 {duplicate} 个；在您选择剔除之前予以保留。</translation>
    </message>
    <message>
        <source>Names of groups stand above the names; they are joined.</source>
        <translation>列名上方还有分组名称，已合并为一个列名。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Networks trained at once, each from first weights of its own. They vote, and their disagreement shows what is uncertain.</source>
        <translation>同时训练的网络个数，每个网络从各自的初始权值开始。它们共同投票，意见不一之处即为不确定之处。</translation>
    </message>
    <message>
        <source>Networks trained one after the other, each from first weights of its own. Their mean probabilities decide.</source>
        <translation>依次训练的网络个数，各有自己的初始权值。由它们的平均概率决定类别。</translation>
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
        <source>Nine modules of 1 × 1, 3 × 3 and 5 × 5 convolutions side by side.</source>
        <translation>九个并列 1 × 1、3 × 3 和 5 × 5 卷积的 Inception 模块。</translation>
    </message>
    <message>
        <source>No .dbf file stands beside the .shp file: only the places could be read.</source>
        <translation>.shp 文件旁没有 .dbf 文件：只能读取位置。</translation>
    </message>
    <message>
        <source>No Dask scheduler answers at {address}: {reason}.</source>
        <translation>{address} 处没有 Dask 调度器应答：{reason}。</translation>
    </message>
    <message>
        <source>No array of {source} can be images ({arrays}); arrays of 3 or 4 axes, or rows of square images, can.</source>
        <translation>{source} 中没有可作为图像的数组（{arrays}）；3 维或 4 维数组，或每行为一幅正方形图像的数组才可以。</translation>
    </message>
    <message>
        <source>No cell has a decimal sign.</source>
        <translation>没有单元格含小数点或小数逗号。</translation>
    </message>
    <message>
        <source>No cell has a sign between thousands.</source>
        <translation>没有单元格含千位分隔符。</translation>
    </message>
    <message>
        <source>No cell is a code for a missing value.</source>
        <translation>没有单元格是缺失值代码。</translation>
    </message>
    <message>
        <source>No column of classes was found in the deposits {path}; name it with --deposit-class.</source>
        <translation>矿床文件 {path} 中找不到类别列；请用 --deposit-class 指定。</translation>
    </message>
    <message>
        <source>No column of {source} looks like an element; name the columns with --column.</source>
        <translation>{source} 中没有像元素的列；请用 --column 指定列名。</translation>
    </message>
    <message>
        <source>No columns of coordinates are known, so that samples make no points; name them with --x and --y, or write a .csv, .xlsx or .parquet.</source>
        <translation>不知道坐标在哪两列，样品无法成点；请用 --x 和 --y 指明，或改写为 .csv、.xlsx 或 .parquet。</translation>
    </message>
    <message>
        <source>No concentrations, so they are left out of the logratios and stay as they are: {columns}.</source>
        <translation>以下特征不是含量，不参加对数比变换，保持原值：{columns}。</translation>
    </message>
    <message>
        <source>No coordinates were found in the deposits {path}; name their columns with --deposit-x and --deposit-y.</source>
        <translation>矿床文件 {path} 中找不到坐标；请用 --deposit-x 和 --deposit-y 指定坐标列。</translation>
    </message>
    <message>
        <source>No coordinates were found in the table {path}; name their columns with --x and --y.</source>
        <translation>数据表 {path} 中找不到坐标；请用 --x 和 --y 指定坐标列。</translation>
    </message>
    <message>
        <source>No deposit lies within {radius} of a sample, the nearest is {distance} away; check the coordinate systems, or allow a longer distance.</source>
        <translation>没有一个矿床在样品 {radius} 以内，最近的相距 {distance}；请检查坐标系，或放宽距离。</translation>
    </message>
    <message>
        <source>No deposit of {path} has both coordinates and a class; choose other columns.</source>
        <translation>{path} 中没有一个矿床既有坐标又有类别；请选择其他列。</translation>
    </message>
    <message>
        <source>No feature has a known unit, so the logratios take them to be in one unit.</source>
        <translation>各特征的单位均不明，对数比变换按同一单位处理。</translation>
    </message>
    <message>
        <source>No group of the column “{column}” has a robust distance; the first one: {reason}</source>
        <translation>“{column}”列的各分组都算不出稳健马氏距离；第一个分组：{reason}</translation>
    </message>
    <message>
        <source>No group of the column “{column}” has values enough for a threshold; choose another column or method.</source>
        <translation>“{column}”列的各组都没有足够的值来确定异常下限；请改用其他列或方法。</translation>
    </message>
    <message>
        <source>No image is held out, so there is nothing to compare classifiers by.</source>
        <translation>没有留出图像，无从比较各分类方法。</translation>
    </message>
    <message>
        <source>No image of this run has a known class; export all of them instead.</source>
        <translation>该运行没有已知类别的图像；请改为导出全部。</translation>
    </message>
    <message>
        <source>No image of {source} outside its test part has a class, so nothing can be learned; choose images with labels.</source>
        <translation>{source} 中除测试集外没有一幅图像带有类别，因此无法学习；请选择带标签的图像。</translation>
    </message>
    <message>
        <source>No label for {count} of the pictures, which lie beside the folders of the classes.</source>
        <translation>有 {count} 张图片不在类别文件夹内，没有标签。</translation>
    </message>
    <message>
        <source>No layer has weights, so nothing can be learned; add CONV or FC.</source>
        <translation>没有任何层含有权值，无法学习；请加入 CONV 或 FC。</translation>
    </message>
    <message>
        <source>No layers are written; write some such as {example}, or take a network of the zoo.</source>
        <translation>尚未写网络层；请写出各层，例如 {example}，或选用现成网络。</translation>
    </message>
    <message>
        <source>No line holds methods.</source>
        <translation>没有分析方法行。</translation>
    </message>
    <message>
        <source>No line holds units.</source>
        <translation>没有单位行。</translation>
    </message>
    <message>
        <source>No logarithm was taken of {columns}: they hold values of 0 or below.</source>
        <translation>{columns} 含有小于或等于 0 的值，没有取对数。</translation>
    </message>
    <message>
        <source>No outline of {path} lies near the survey; check the coordinate systems of both.</source>
        <translation>{path} 中没有位于测区附近的轮廓线；请核对两者的坐标系。</translation>
    </message>
    <message>
        <source>No row of {path} holds pixels alone; check that it is a table of images.</source>
        <translation>{path} 中没有一行全是像素；请检查它是否为图像表。</translation>
    </message>
    <message>
        <source>No sample can be held out to judge what a search finds; take another protocol.</source>
        <translation>没有样品可以留出来评判搜索的结果；请换一种评判方式。</translation>
    </message>
    <message>
        <source>No sample has coordinates, so there are no cells around it; choose the columns of the coordinates.</source>
        <translation>所有样品都没有坐标，因此没有周围的单元；请指定坐标列。</translation>
    </message>
    <message>
        <source>No sample is held out for validation, so the patience counts for nothing.</source>
        <translation>没有留出验证样品，因此等待轮数不起作用。</translation>
    </message>
    <message>
        <source>No sample is held out, so a learning curve would say nothing; choose how the network is judged and run again.</source>
        <translation>没有留出样品，学习曲线没有意义；请选择评价方式后重新运行。</translation>
    </message>
    <message>
        <source>No sample is held out, so there is nothing to compare classifiers by.</source>
        <translation>没有留出样品，无从比较各分类方法。</translation>
    </message>
    <message>
        <source>No sample is held out, so there is nothing to compare classifiers by; choose how the network is judged and run again.</source>
        <translation>没有留出任何样品，无从比较分类器；请选择评定网络的方式，然后重新运行。</translation>
    </message>
    <message>
        <source>No sample is held out, so there is nothing to explain the network by; choose how the network is judged and run again.</source>
        <translation>没有留出样品，无从解释网络；请选择评价方式后重新运行。</translation>
    </message>
    <message>
        <source>No sample is named; give the numbers of some with --rows.</source>
        <translation>没有指定样本；请用 --rows 给出样本的编号。</translation>
    </message>
    <message>
        <source>No sample of the test file {path} has one of the classes {classes}; check its target column.</source>
        <translation>检验文件 {path} 中没有样品属于类别 {classes}；请检查其目标列。</translation>
    </message>
    <message>
        <source>No sample of {source} has all {count} elements with values above 0, which centred logratios need; name fewer elements with --column.</source>
        <translation>{source} 中没有一个样品的全部 {count} 个元素均大于 0，而中心对数比要求如此；请用 --column 指定较少的元素。</translation>
    </message>
    <message>
        <source>No sample of {source} has coordinates in {x} and {y}; choose other columns.</source>
        <translation>{source} 中没有一个样品在 {x} 和 {y} 列有坐标；请选择其他列。</translation>
    </message>
    <message>
        <source>No step grows beyond this.</source>
        <translation>任何步长都不超过此值。</translation>
    </message>
    <message>
        <source>No step grows beyond this. 50 is the classical value; 1 descends more smoothly.</source>
        <translation>步长的上限。50 是通用值；取 1 时误差下降较平稳。</translation>
    </message>
    <message>
        <source>No target is given: name the column of classes with --target, or a file of deposits with --deposits.</source>
        <translation>没有给出目标列：请用 --target 指定类别列，或用 --deposits 指定矿床文件。</translation>
    </message>
    <message>
        <source>No trial begins after this time. 0: no limit.</source>
        <translation>超过此时间不再开始新的试验。0：不限。</translation>
    </message>
    <message>
        <source>No trial of {trials} could be carried out: {reason}</source>
        <translation>{trials} 次试验都未能完成：{reason}</translation>
    </message>
    <message>
        <source>No unit is stated; choose one where it matters.</source>
        <translation>文件没有写明单位；需要时请选择。</translation>
    </message>
    <message>
        <source>No value is negative.</source>
        <translation>没有负值。</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
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
        <source>None of {members} networks met the goal {goal} within {epoch} epochs; median training loss {loss}.</source>
        <translation>{members} 个网络在 {epoch} 轮内均未达到目标 {goal}；训练误差中位数 {loss}。</translation>
    </message>
    <message>
        <source>None of {tries} tries met the goal {goal} within {epoch} epochs; the best one was kept, with training loss {loss}.</source>
        <translation>{tries} 次学习在 {epoch} 轮内均未达到目标 {goal}；保留了最好的一次，训练误差 {loss}。</translation>
    </message>
    <message>
        <source>Normalised by channel</source>
        <translation>按通道标准化</translation>
    </message>
    <message>
        <source>Not every machine has a graphics processor that several processes can use together (CUDA); set the device to automatic or to the processor.</source>
        <translation>并非每台计算机都有可供多个进程共同使用的图形处理器（CUDA）；请把设备设为自动或处理器。</translation>
    </message>
    <message>
        <source>Not marked</source>
        <translation>不标出</translation>
    </message>
    <message>
        <source>Not read, since they are no pictures: {count} of the files ({names}).</source>
        <translation>有 {count} 个文件不是图片，未读取（{names}）。</translation>
    </message>
    <message>
        <source>Nothing can be seen on {count} of the images ({names}).</source>
        <translation>有 {count} 幅图像上看不出任何内容（{names}）。</translation>
    </message>
    <message>
        <source>Nothing of {name} lies inside the map; it is not drawn.</source>
        <translation>{name} 中没有位于图内的线，未绘制。</translation>
    </message>
    <message>
        <source>Number of principal components. 0: as many as the share of variance needs.</source>
        <translation>主成分的个数。0：由方差比例决定。</translation>
    </message>
    <message>
        <source>Numbers beyond 360 that read as degrees, minutes and seconds.</source>
        <translation>数值大于 360，可读作度分秒。</translation>
    </message>
    <message>
        <source>OR</source>
        <translation>或（OR）</translation>
    </message>
    <message>
        <source>Of RPROP, drawn by its ratio.</source>
        <translation>RPROP 所用，按比例抽取。</translation>
    </message>
    <message>
        <source>Of a second file no single answers are kept, so only the intervals can be held against those of “{first}”: “{second}”.</source>
        <translation>用第二个文件评价时不保存逐个样品的结果，只能与“{first}”比较置信区间：“{second}”。</translation>
    </message>
    <message>
        <source>Of the features.</source>
        <translation>特征所用。</translation>
    </message>
    <message>
        <source>Of the hidden layers.</source>
        <translation>隐含层所用。</translation>
    </message>
    <message>
        <source>Of the trainers that have one, drawn by its ratio.</source>
        <translation>有学习率的训练算法所用，按比例抽取。</translation>
    </message>
    <message>
        <source>Once an epoch</source>
        <translation>每轮一次</translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation>单周期</translation>
    </message>
    <message>
        <source>One fold leaves nothing to train on; write 0 for none, or 2 or more.</source>
        <translation>只分一折则没有样品可供训练；请填 0（不做交叉验证）或不小于 2 的数。</translation>
    </message>
    <message>
        <source>One more channel says which cells hold samples, so that the network tells an edge or a gap from a value of zero.</source>
        <translation>另加一个通道标明哪些单元有样品，使网络能把边缘或空白与零值区分开。</translation>
    </message>
    <message>
        <source>One of them.</source>
        <translation>从中选取。</translation>
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
        <source>One-hot with squared error or with cross-entropy, or softmax with cross-entropy.</source>
        <translation>独热编码配平方误差或交叉熵，或 softmax 配交叉熵。</translation>
    </message>
    <message>
        <source>Only one coordinate column, {column}, is chosen; choose both or neither.</source>
        <translation>只选了一个坐标列 {column}；请两个都选，或都不选。</translation>
    </message>
    <message>
        <source>Only {count} blocks hold labelled samples, so there are no more folds than that.</source>
        <translation>只有 {count} 个分块含已知类别的样品，折数不能更多。</translation>
    </message>
    <message>
        <source>Only {count} of {wanted} background samples could be drawn; no more lie outside the buffer and below the thresholds.</source>
        <translation>要求 {wanted} 个背景样品，只抽到 {count} 个；缓冲距离以外且不高于异常下限的样品只有这些。</translation>
    </message>
    <message>
        <source>Only {n} values are positive; choose the linear domain.</source>
        <translation>只有 {n} 个正值；请不要取对数。</translation>
    </message>
    <message>
        <source>Only {share} % of its cells are numbers; 90 % make a column of numbers.</source>
        <translation>只有 {share} % 的单元格是数值；达到 90 % 才作为数值列。</translation>
    </message>
    <message>
        <source>Only {share} % of its cells are numbers; a third makes a column of amounts.</source>
        <translation>只有 {share} % 的单元格是数字；达到三分之一才作为含量列。</translation>
    </message>
    <message>
        <source>Open a table first.</source>
        <translation>请先打开数据表。</translation>
    </message>
    <message>
        <source>Open images first.</source>
        <translation>请先打开图像。</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>Ounces per tonne of 1000 kg; where a short ton is meant, choose oz/st.</source>
        <translation>按每公吨（1000 kg）金衡盎司读取；若指短吨，请选 oz/st。</translation>
    </message>
    <message>
        <source>Outer, 3</source>
        <translation>外限，3</translation>
    </message>
    <message>
        <source>Outlines of {name} on the map: {lines}.</source>
        <translation>图上已有 {name} 的轮廓线 {lines} 条。</translation>
    </message>
    <message>
        <source>Outlines, lines and groups of points ({count}) stand as one point each, at their centroid.</source>
        <translation>面、线和多点要素（{count} 个）各以其质心处的一个点表示。</translation>
    </message>
    <message>
        <source>Output − target</source>
        <translation>输出 − 目标</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出层</translation>
    </message>
    <message>
        <source>Own truth table</source>
        <translation>自定真值表</translation>
    </message>
    <message>
        <source>PCA</source>
        <translation>主成分（PCA）</translation>
    </message>
    <message>
        <source>PCA whitening</source>
        <translation>PCA 白化</translation>
    </message>
    <message>
        <source>PCA whitening puts components in the place of pixels, so that neighbours no longer belong together; a CNN usually learns more from ZCA whitening.</source>
        <translation>PCA 白化用主成分取代像素，相邻位置之间不再有联系；CNN 通常用 ZCA 白化学得更好。</translation>
    </message>
    <message>
        <source>PCA with whitening</source>
        <translation>主成分＋白化</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>等待轮数</translation>
    </message>
    <message>
        <source>Pattern or list of layers, for example [(CONV-RELU)*2-POOL]*2-FC-SOFTMAX.</source>
        <translation>层的模式或列表，例如 [(CONV-RELU)*2-POOL]*2-FC-SOFTMAX。</translation>
    </message>
    <message>
        <source>Percentile</source>
        <translation>百分位数</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Pixels are brought to 0…1; then the mean image of the training part is removed, or each channel is normalised to mean 0 and standard deviation 1, or the pixels are whitened. All figures are fitted on the training part only.</source>
        <translation>像素先变换到 0…1；再减去训练集的均值图像，或把各通道标准化为均值 0、标准差 1，或对像素白化。所有参数只由训练集求得。</translation>
    </message>
    <message>
        <source>Placing the samples</source>
        <translation>正在定位样品</translation>
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
        <source>Prediction sets at {level} % need {fewest} held-out samples, groups or blocks or more, and there are {units}: every set holds all classes.</source>
        <translation>{level} % 水平的预测集至少需要 {fewest} 个留出样品、分组或区块，现有 {units} 个：每个预测集均包含全部类别。</translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation>预处理</translation>
    </message>
    <message>
        <source>Preparing the features</source>
        <translation>预处理特征</translation>
    </message>
    <message>
        <source>Preparing the images</source>
        <translation>正在预处理图像</translation>
    </message>
    <message>
        <source>Principal components</source>
        <translation>主成分</translation>
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
        <source>Processes</source>
        <translation>进程数</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Quantile of χ²</source>
        <translation>χ² 分位数</translation>
    </message>
    <message>
        <source>Quantile to normal</source>
        <translation>分位数（变为正态）</translation>
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
        <source>Radial basis functions need at least {least} samples; take the nearest sample instead.</source>
        <translation>径向基函数至少需要 {least} 个样品；请改用最近样品。</translation>
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
        <source>Random hold-out</source>
        <translation>随机留出</translation>
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
        <source>Reading</source>
        <translation>读取方式</translation>
    </message>
    <message>
        <source>Reading outlines</source>
        <translation>正在读取轮廓线</translation>
    </message>
    <message>
        <source>Reading the data of the run</source>
        <translation>读入运行所用的数据</translation>
    </message>
    <message>
        <source>Reading the images</source>
        <translation>正在读取图像</translation>
    </message>
    <message>
        <source>Reading the predictions</source>
        <translation>正在读取预测结果</translation>
    </message>
    <message>
        <source>Reading the table</source>
        <translation>读取数据表</translation>
    </message>
    <message>
        <source>Regression on order statistics (ROS)</source>
        <translation>次序统计量回归（ROS）</translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation>正则化</translation>
    </message>
    <message>
        <source>Remove low and high values, or high ones alone.</source>
        <translation>剔除高值和低值，或只剔除高值。</translation>
    </message>
    <message>
        <source>Reproducing</source>
        <translation>可重复性</translation>
    </message>
    <message>
        <source>Rise</source>
        <translation>上升段</translation>
    </message>
    <message>
        <source>Robust distance, several elements</source>
        <translation>稳健距离（多元素）</translation>
    </message>
    <message>
        <source>Robust distance: {names}</source>
        <translation>稳健马氏距离：{names}</translation>
    </message>
    <message>
        <source>Robust z</source>
        <translation>稳健Z</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Rows below line {line}, the last one chosen, were left out: {count}.</source>
        <translation>略去了选定的末行（第 {line} 行）以下的行：{count} 行。</translation>
    </message>
    <message>
        <source>Rows that repeat the names were left out: {count}, the first in line {line}.</source>
        <translation>略去了重复列名的行：{count} 行，第一个在第 {line} 行。</translation>
    </message>
    <message>
        <source>Rows with a first cell alone that is not like the others may be headings; they were left in: {count} ({lines}).</source>
        <translation>只有第一格有内容且与其他行不同的行可能是小标题，已保留：{count} 行（{lines}）。</translation>
    </message>
    <message>
        <source>Rows with a quotation mark that is not closed, or closed inside a cell: {count}, the first in line {lines}; it was read as a sign of the text.</source>
        <translation>引号未闭合或在单元格中间闭合的行：{count} 行，最先在第 {lines} 行；该引号已作为普通字符读取。</translation>
    </message>
    <message>
        <source>Rows with another separator than the others: {count}, the first in line {lines}; they were split by it.</source>
        <translation>分隔符与其他行不同的行：{count} 行，最先在第 {lines} 行；已按其自身的分隔符拆分。</translation>
    </message>
    <message>
        <source>Rows with blank cells were read by the places at which their cells stand: {count}, the first in line {lines}.</source>
        <translation>有空白单元格的行已按各单元格所在位置读取：{count} 行，首个在第 {lines} 行。</translation>
    </message>
    <message>
        <source>Rows with fewer cells than the others, where it cannot be told which cells are blank: {count}, the first in line {lines}. Their values may stand in wrong columns: write a sign such as - in blank cells.</source>
        <translation>单元格少于其他行、且无法判断哪些为空的行：{count} 行，首个在第 {lines} 行。其数值可能错列：请在空白单元格中写上 - 之类的符号。</translation>
    </message>
    <message>
        <source>Rows with fewer cells than the usual {width}: {count}, the first in line {lines}; their last cells are blank.</source>
        <translation>单元格少于通常的 {width} 个的行：{count} 行，最先在第 {lines} 行；其末尾单元格按空白处理。</translation>
    </message>
    <message>
        <source>Rows with more cells than the usual {width}: {count}, the first in line {lines}; the extra cells stand in columns of their own at the right.</source>
        <translation>单元格多于通常的 {width} 个的行：{count} 行，最先在第 {lines} 行；多出的单元格放在右侧单独的列中。</translation>
    </message>
    <message>
        <source>Rows with nothing but the number of a page were left out: {count}, the first in line {line}.</source>
        <translation>只有页码的行已略去：{count} 行，首行在第 {line} 行。</translation>
    </message>
    <message>
        <source>Rows without a place: {count}; x and y are missing there.</source>
        <translation>没有位置的行：{count}；这些行缺 x 和 y。</translation>
    </message>
    <message>
        <source>Rows without a sample or an element were left out: {count}.</source>
        <translation>略去了没有样品号或元素的行：{count} 行。</translation>
    </message>
    <message>
        <source>Rules of single features</source>
        <translation>单个特征的取值规则</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>SGD follows the gradient of one batch after the other; Adam and AdamW scale it for every weight. RPROP takes the sign of the gradient of all samples at once.</source>
        <translation>SGD 逐批沿梯度下降；Adam 和 AdamW 为每个权值缩放梯度。RPROP 取全部样本梯度的符号。</translation>
    </message>
    <message>
        <source>SGD with momentum</source>
        <translation>带动量的 SGD</translation>
    </message>
    <message>
        <source>SHA-256 of the images the job was made for.</source>
        <translation>作业所用图像的 SHA-256。</translation>
    </message>
    <message>
        <source>SHA-256 of the table the job was made for.</source>
        <translation>作业所针对的数据表的 SHA-256 值。</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>Samples at {x} 0 and {y} 0, far from all others: {count}, the first in row {row}; 0 seems to stand for a place that is not known. Make it a code for a missing value of these columns, or leave the cells blank.</source>
        <translation>{x} 为 0 且 {y} 为 0、远离其他样品的样品：{count} 个，首个在第 {row} 行；0 似乎表示位置未知。请把 0 设为这两列的缺失值代码，或将单元格留空。</translation>
    </message>
    <message>
        <source>Samples beyond this quantile of the χ² distribution stand apart.</source>
        <translation>超过 χ² 分布此分位数的样品为异常。</translation>
    </message>
    <message>
        <source>Samples for each change of the weights.</source>
        <translation>每次修改权值所用的样本数。</translation>
    </message>
    <message>
        <source>Samples for each change of the weights. 0: all of them.</source>
        <translation>每次更新权值所用的样品数。0 表示全部样品。</translation>
    </message>
    <message>
        <source>Samples nearer than this to a held-out one are not trained on either. In units of the coordinates, in metres where these are degrees. 0: none.</source>
        <translation>离留出样品小于此距离的样品也不用于训练。单位同坐标，经纬度坐标时为米。0：无缓冲。</translation>
    </message>
    <message>
        <source>Samples that lie beside each other are alike, so a random division flatters every network on a survey: blocks or groups are held out whole. Few samples are used best by leaving one out at a time.</source>
        <translation>相邻样品彼此相似，随机划分会使测区上任何网络显得过好：分块或分组应整体留出。样品少时宜逐一留出。</translation>
    </message>
    <message>
        <source>Samples within reach of two classes ({count}) took that of the nearer deposit.</source>
        <translation>同时在两类矿床半径以内的样品（{count} 个）取较近矿床的类别。</translation>
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
        <source>Samples without a positive value in one of the elements have no distance: {count}.</source>
        <translation>有 {count} 个样品缺少某元素的正值，没有距离。</translation>
    </message>
    <message>
        <source>Samples without complete coordinates ({count}) are not on the map.</source>
        <translation>坐标不全的样品（{count} 个）不上图。</translation>
    </message>
    <message>
        <source>Say what is interpolated: one column with --column, or a layer of a run with --layer.</source>
        <translation>请指明要网格化的内容：用 --column 给出一列，或用 --layer 给出运行的一个图层。</translation>
    </message>
    <message>
        <source>Say where the explanation is to be written: --out and a folder.</source>
        <translation>请指明解释结果写入何处：--out 加文件夹。</translation>
    </message>
    <message>
        <source>Say which row is to be explained: --row and its number.</source>
        <translation>请指明要解释的行：--row 加行号。</translation>
    </message>
    <message>
        <source>Say with --out where to write the raster, as a .tif or .npz.</source>
        <translation>请用 --out 指明栅格的输出文件（.tif 或 .npz）。</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>尺度变换</translation>
    </message>
    <message>
        <source>Scalings</source>
        <translation>缩放方式</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>学习率计划</translation>
    </message>
    <message>
        <source>Searching on a cluster needs Dask, which is not installed: pip install “distributed”, or leave the scheduler empty.</source>
        <translation>在集群上搜索需要 Dask，目前未安装：请用 pip 安装“distributed”，或将调度器留空。</translation>
    </message>
    <message>
        <source>Searching settings</source>
        <translation>正在搜索设置</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Set by hand</source>
        <translation>手动设定</translation>
    </message>
    <message>
        <source>Share of the cells whose prediction set is to hold the true class: every class that cannot be excluded at this level belongs to the set. Found on samples that no network saw.</source>
        <translation>预测集应包含真实类别的单元比例：在此水平下不能排除的类别都属于预测集。由网络未见过的样品确定。</translation>
    </message>
    <message>
        <source>Share of the certainty spread over all classes.</source>
        <translation>平摊到所有类别的确定性比例。</translation>
    </message>
    <message>
        <source>Share of the hidden units that are left out at random in each step of training.</source>
        <translation>每步训练中随机舍去的隐层神经元比例。</translation>
    </message>
    <message>
        <source>Share of the hidden units.</source>
        <translation>隐含单元的比例。</translation>
    </message>
    <message>
        <source>Share of the inputs of the last fully connected layer left out at random in each step, beside the dropout layers of the network itself.</source>
        <translation>每步随机舍弃最后一个全连接层输入的比例，不含网络自身的 随机失活 层。</translation>
    </message>
    <message>
        <source>Share of the labelled samples of each class that is held out until the end.</source>
        <translation>每个类别的已知样品中留到最后检验的比例。</translation>
    </message>
    <message>
        <source>Share of the last step that is added to the next one (Nesterov's form). 0: none.</source>
        <translation>上一步加到下一步的比例（Nesterov 形式）。0：无。</translation>
    </message>
    <message>
        <source>Share of the last step that is added to the next one. 0: none.</source>
        <translation>上一步中加到下一步的比例。0 表示无动量。</translation>
    </message>
    <message>
        <source>Share of the logarithm of how frequent each class is that is taken off its softmax output when training has ended. 0: as learned; 1: as if all classes were equally frequent.</source>
        <translation>训练结束后，从各类别的 softmax 输出中减去其频率对数的这一份额。0：按所学；1：如同各类别同样多。</translation>
    </message>
    <message>
        <source>Share of the samples in training, of each class, that are kept apart to watch the validation loss. 0 trains on all of them.</source>
        <translation>训练样品中每个类别另留、用于观察验证误差的比例。0 表示全部用于训练。</translation>
    </message>
    <message>
        <source>Share of the samples of each class kept for the last judgement where the source has no test part of its own.</source>
        <translation>数据源没有自带测试集时，从每类样本中留作最后评价的比例。</translation>
    </message>
    <message>
        <source>Share of the training in which the learning rate rises in one cycle.</source>
        <translation>单周期中学习率上升所占的训练比例。</translation>
    </message>
    <message>
        <source>Share of the training samples of each class kept out of training: it chooses the best epoch. The test part has no say in anything.</source>
        <translation>从每类训练样本中留出的比例，用来选择最佳轮次。测试集不参与任何选择。</translation>
    </message>
    <message>
        <source>Share of variance</source>
        <translation>方差比例</translation>
    </message>
    <message>
        <source>Shear</source>
        <translation>错切</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Shortcut padded with zeros</source>
        <translation>补零捷径连接</translation>
    </message>
    <message>
        <source>Side of a cell in units of the coordinates. 0: the usual distance of two samples.</source>
        <translation>单元边长，以坐标单位计。0：取样品间距。</translation>
    </message>
    <message>
        <source>Side of the square blocks, in units of the coordinates, in metres where these are degrees. 0: as far as the features are alike, by their variograms.</source>
        <translation>方形分块的边长，单位同坐标，经纬度坐标时为米。0：由变差函数确定特征相关的距离。</translation>
    </message>
    <message>
        <source>Simplifying outlines</source>
        <translation>正在简化轮廓线</translation>
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
        <source>Slanted by up to this angle.</source>
        <translation>倾斜，最多为这一角度。</translation>
    </message>
    <message>
        <source>Smallest variance ε</source>
        <translation>最小方差 ε</translation>
    </message>
    <message>
        <source>So all its rows are marked as unknown.</source>
        <translation>因此其所有行都标记为未知。</translation>
    </message>
    <message>
        <source>So many layers without batch normalisation hardly learn at a rate of {rate}. The authors of such networks took {better}.</source>
        <translation>层数这么多又没有批归一化的网络，学习率为 {rate} 时几乎学不到东西。这类网络的作者取的是 {better}。</translation>
    </message>
    <message>
        <source>So many straight lines are fitted to the log–log plot of area against value.</source>
        <translation>在面积与含量的双对数图上拟合的直线段数。</translation>
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
        <source>Spatial blocks</source>
        <translation>空间分块</translation>
    </message>
    <message>
        <source>Spatial blocks and buffers need coordinates, and no labelled sample of {table} has any; choose their columns on the Data page, or judge by folds.</source>
        <translation>空间分块和缓冲需要坐标，而 {table} 中已知类别的样品没有坐标；请在“数据”页选择坐标列，或用分折评价。</translation>
    </message>
    <message>
        <source>Spatial blocks need coordinates: choose their columns on the Data page, or judge by folds.</source>
        <translation>空间分块需要坐标：请在“数据”页选择坐标列，或用分折评价。</translation>
    </message>
    <message>
        <source>Standard deviation of a smooth random displacement of the pixels, as a share of the side.</source>
        <translation>像素平滑随机位移的标准差，以边长的比例计。</translation>
    </message>
    <message>
        <source>Standard deviation of normal noise, as a share of full ink.</source>
        <translation>正态噪声的标准差，以最深笔画的比例计。</translation>
    </message>
    <message>
        <source>Standardise</source>
        <translation>标准化</translation>
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
        <source>Starting point of the random subsets. The same seed gives the same distances.</source>
        <translation>随机子集的起点。随机种子相同，距离相同。</translation>
    </message>
    <message>
        <source>Starting point of the settings that are drawn. The same seed tries the same ones.</source>
        <translation>抽取设置的随机起点。同一种子试同样的设置。</translation>
    </message>
    <message>
        <source>Statistics computed.</source>
        <translation>统计量已算出。</translation>
    </message>
    <message>
        <source>Statistics of {count} elements written to {path}.</source>
        <translation>{count} 个元素的统计量已写入 {path}。</translation>
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
        <source>Step every</source>
        <translation>阶梯间隔</translation>
    </message>
    <message>
        <source>Step factor</source>
        <translation>阶梯系数</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>阶梯</translation>
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
        <source>Stop when the validation loss has not improved for this many epochs. 0 never stops for that reason; the best epoch is kept either way.</source>
        <translation>验证误差连续这么多轮没有改善时停止。0 表示不因此停止；两种情况下都保留最佳轮次。</translation>
    </message>
    <message>
        <source>Stopped by hand after {epoch} whole epochs; training loss {loss}.</source>
        <translation>训练 {epoch} 个整轮后人工停止；训练误差 {loss}。</translation>
    </message>
    <message>
        <source>Stopped by hand at epoch {epoch}: training loss {loss}, goal {goal}.</source>
        <translation>在第 {epoch} 轮手动停止：训练误差 {loss}，目标 {goal}。</translation>
    </message>
    <message>
        <source>Stopped by hand at epoch {epoch}: {met} of {members} networks met the goal {goal}; median training loss {loss}.</source>
        <translation>在第 {epoch} 轮手动停止：{members} 个网络中有 {met} 个达到目标 {goal}；训练误差中位数 {loss}。</translation>
    </message>
    <message>
        <source>Stopped by hand in try {tries}; try {kept} was kept, with training loss {loss}, goal {goal}.</source>
        <translation>在第 {tries} 次学习中手动停止；保留了第 {kept} 次学习的结果，训练误差 {loss}，目标 {goal}。</translation>
    </message>
    <message>
        <source>Stopped by hand; {members} networks vote, with a median training loss of {loss}.</source>
        <translation>人工停止；{members} 个网络参加投票，训练误差的中位数为 {loss}。</translation>
    </message>
    <message>
        <source>Stopped when {judged} of {folds} folds had a network; the samples of the others can be judged once you go on with the run.</source>
        <translation>停止时 {folds} 折中只有 {judged} 折训练出了网络；继续运行后，其余各折的样本才能评价。</translation>
    </message>
    <message>
        <source>Stopped; what came is kept, and fetching again goes on from there.</source>
        <translation>已停止；已下载的部分保留，再次下载时从该处继续。</translation>
    </message>
    <message>
        <source>Straight pieces</source>
        <translation>直线段</translation>
    </message>
    <message>
        <source>Stratified folds</source>
        <translation>分层分折</translation>
    </message>
    <message>
        <source>Such values may be negative.</source>
        <translation>这类数值可以为负。</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>逐元素相加</translation>
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
        <source>Table and recipe cannot both be written as {path}; choose another name for one of them.</source>
        <translation>数据表和读取方案不能都写入 {path}；请为其中一个另取文件名。</translation>
    </message>
    <message>
        <source>Taken for a second line of names, since no numbers stand in it: {lines}. Please check that it is no sample.</source>
        <translation>以下行中没有数字，已作为第二行列名：{lines}。请核对它是否为样品。</translation>
    </message>
    <message>
        <source>Taken for detection limits, since the line names no sample and its numbers are as low or as high as any: {lines}. Please check that it is no sample.</source>
        <translation>该行没有样品号，且其数值不高于或不低于所有样品，因此视为检出限：第 {lines} 行。请确认它不是样品。</translation>
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
        <source>Test file</source>
        <translation>检验文件</translation>
    </message>
    <message>
        <source>Test part</source>
        <translation>测试比例</translation>
    </message>
    <message>
        <source>Text with {count} different values.</source>
        <translation>文本，有 {count} 个不同取值。</translation>
    </message>
    <message>
        <source>That would be {layers} layers; up to {most} can be written.</source>
        <translation>展开后共 {layers} 层；最多可写 {most} 层。</translation>
    </message>
    <message>
        <source>The E in its cells is a letter of a name, no power of ten.</source>
        <translation>单元格中的 E 是编号中的字母，不是 10 的幂。</translation>
    </message>
    <message>
        <source>The IDX file {path} has {axes} axes, not the 3 of images; choose the file of the images, such as train-images-idx3-ubyte.gz.</source>
        <translation>IDX 文件 {path} 有 {axes} 维，而图像为 3 维；请选择图像文件，如 train-images-idx3-ubyte.gz。</translation>
    </message>
    <message>
        <source>The IDX file {path} holds labels, and no file of images with such a name lies beside it; put both into one folder.</source>
        <translation>IDX 文件 {path} 存放的是标签，旁边没有名称对应的图像文件；请把两者放入同一文件夹。</translation>
    </message>
    <message>
        <source>The MATLAB file {path} is cut short: its last variable is not whole; get it again.</source>
        <translation>MATLAB 文件 {path} 不完整：最后一个变量不全；请重新获取。</translation>
    </message>
    <message>
        <source>The ONNX model differs from the program: by {difference} in a probability (allowed are {allowed}), and in the vote on {rows} samples; nothing was written. Take the model away as a bundle (.anomodel).</source>
        <translation>ONNX 模型与本程序不一致：概率最大相差 {difference}（允许 {allowed}），{rows} 个样品的投票不同；未写出任何文件。请改存为模型包（.anomodel）。</translation>
    </message>
    <message>
        <source>The RPROP family adapts a step of its own for every weight from the sign of the gradient. Plain BP follows the gradient with a fixed learning rate.</source>
        <translation>RPROP 系列算法根据梯度的符号为每个权值调整各自的步长。标准BP算法以固定学习率沿梯度下降。</translation>
    </message>
    <message>
        <source>The Shapefile {path} lacks its .shx file; put it into the same folder.</source>
        <translation>Shapefile {path} 缺少 .shx 文件；请把它放到同一文件夹。</translation>
    </message>
    <message>
        <source>The ZIP file {path} holds {count} files that may be the table ({names}); unpack it and choose one of them.</source>
        <translation>ZIP 文件 {path} 中有 {count} 个可能是数据表的文件（{names}）；请解压后选择其中一个。</translation>
    </message>
    <message>
        <source>The arrays of {path} ({names}) hold objects, which may hold programs and are not read; save them as plain numbers.</source>
        <translation>{path} 的数组（{names}）存放的是对象，可能含有程序，不予读取；请保存为普通数值。</translation>
    </message>
    <message>
        <source>The bundle {path} cannot be read: {reason}; ask for the file again.</source>
        <translation>无法读取模型包 {path}：{reason}；请重新索取该文件。</translation>
    </message>
    <message>
        <source>The bytes of the text are valid UTF-8, but make Chinese words as GB 18030 only; it was read as GB 18030. Please check names and units, and choose the encoding.</source>
        <translation>文本的字节也符合 UTF-8，但只有按 GB 18030 才是中文词语；已按 GB 18030 读取。请核对列名和单位，并选择编码。</translation>
    </message>
    <message>
        <source>The cell size {cell} is no length; give a number above 0.</source>
        <translation>单元边长 {cell} 无效；请给出大于 0 的数。</translation>
    </message>
    <message>
        <source>The cells above the samples are names.</source>
        <translation>样品上方的单元格是列名。</translation>
    </message>
    <message>
        <source>The cells or the lines above them state it.</source>
        <translation>列名或其上方的行写明了单位。</translation>
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
        <source>The class {name} of {source} has {count} images to learn from and needs {needed} or more; add some, or take the class out.</source>
        <translation>{source} 的类别 {name} 只有 {count} 幅可供学习的图像，至少需要 {needed} 幅；请补充图像，或去掉该类别。</translation>
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
        <source>The column {column} has dates among other values: {count}, the first in row {row} ({date}); a spreadsheet may have made them of names such as 3-1.</source>
        <translation>{column} 列的其他值中夹有日期：{count} 个，第一个在第 {row} 行（{date}）；可能是电子表格软件将 3-1 之类的编号误转成了日期。</translation>
    </message>
    <message>
        <source>The column {column} holds text; a threshold needs a column of numbers.</source>
        <translation>{column} 列是文本；异常下限需要数值列。</translation>
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
        <source>The column {column} no longer holds classes that were to be renamed: {classes}.</source>
        <translation>{column} 列中已没有原要改名的类别：{classes}。</translation>
    </message>
    <message>
        <source>The column {column} of {source} holds text, so it is no coordinate; choose a column of numbers.</source>
        <translation>{source} 的 {column} 列是文本，不能作为坐标；请选择数值列。</translation>
    </message>
    <message>
        <source>The column {column} was converted from {unit} to {wanted}, as the model knows it.</source>
        <translation>{column} 列已按模型所用单位由 {unit} 换算为 {wanted}。</translation>
    </message>
    <message>
        <source>The column {name} holds bytes, no values; it was left out.</source>
        <translation>列 {name} 存放的是字节而不是数值，已略去。</translation>
    </message>
    <message>
        <source>The column {name} holds text; choose a column of numbers.</source>
        <translation>{name} 列是文本；请选数值列。</translation>
    </message>
    <message>
        <source>The column {name} holds words, not the values of the long form; choose another one.</source>
        <translation>列 {name} 是文字，而不是长格式的数值；请选择另一列。</translation>
    </message>
    <message>
        <source>The column {name} of the long form is not in the file; choose another one.</source>
        <translation>文件中没有长格式所用的列 {name}；请另选一列。</translation>
    </message>
    <message>
        <source>The column “{column}” holds text; a threshold needs a column of numbers.</source>
        <translation>“{column}”列是文本；异常下限需要数值列。</translation>
    </message>
    <message>
        <source>The column “{column}” holds text; coordinates have to be numbers.</source>
        <translation>“{column}”列是文字；坐标须为数值。</translation>
    </message>
    <message>
        <source>The column “{name}” of {source} holds text; statistics need numbers.</source>
        <translation>{source} 的“{name}”列为文本，统计需要数值列。</translation>
    </message>
    <message>
        <source>The columns of the sheet were taken as the digits 0…9 in order.</source>
        <translation>图版的各列依次作为数字 0…9。</translation>
    </message>
    <message>
        <source>The comparison was stopped; nothing was written.</source>
        <translation>比较已停止，未写入任何文件。</translation>
    </message>
    <message>
        <source>The components together have at least this share of the variance.</source>
        <translation>所取主成分的累计方差比例不低于此值。</translation>
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
        <source>The coordinate system of the samples does not reach its place.</source>
        <translation>样品的坐标系不覆盖它的位置。</translation>
    </message>
    <message>
        <source>The coordinate system of the survey is not known, so the file has none; set it on the Data page or in the job.</source>
        <translation>测区的坐标系未知，文件中未写坐标系；请在“数据”页或作业中设定。</translation>
    </message>
    <message>
        <source>The coordinate system of the survey is unknown; {name} is drawn with its own coordinates. Name the system on the Data page.</source>
        <translation>测区的坐标系未知；{name} 按其自身坐标绘制。请在“数据”页注明坐标系。</translation>
    </message>
    <message>
        <source>The coordinate system of {source} cannot be read; repair its .prj file, or remove it.</source>
        <translation>无法读取 {source} 的坐标系；请修复或移走它的 .prj 文件。</translation>
    </message>
    <message>
        <source>The coordinates are longitude and latitude; WGS 84 is assumed.</source>
        <translation>坐标是经度和纬度；按 WGS 84 处理。</translation>
    </message>
    <message>
        <source>The coordinates are metres of a system that the file does not name.</source>
        <translation>坐标以米为单位，文件没有写明坐标系。</translation>
    </message>
    <message>
        <source>The coordinates of {table} were not found; name their columns with --x and --y.</source>
        <translation>没有找到 {table} 的坐标列；请用 --x 和 --y 指定。</translation>
    </message>
    <message>
        <source>The copper survey with a 14-9-5-1 network, to reproduce the documented example; a single output imposes an order on the classes.</source>
        <translation>铜矿测区用 14-9-5-1 网络，用于重现文献中的示例；单个输出等于给各类别强加了次序。</translation>
    </message>
    <message>
        <source>The data in {name} have changed since the run; the report says nothing of their values.</source>
        <translation>{name} 中的数据在运行之后已改动，报告中不列出其数值统计。</translation>
    </message>
    <message>
        <source>The data of the run, {name}, cannot be read any more; the report says nothing of their values.</source>
        <translation>该运行的数据（{name}）已无法读取，报告中不列出其数值统计。</translation>
    </message>
    <message>
        <source>The deposits are in {crs}, but the coordinate system of the samples is unknown; state it as well.</source>
        <translation>矿床的坐标系是 {crs}，但样品的坐标系未知；请一并给出。</translation>
    </message>
    <message>
        <source>The deposits of {path} stand in longitude and latitude, the samples do not; state the coordinate systems of both, such as EPSG:4326 and EPSG:4509.</source>
        <translation>{path} 中的矿床是经纬度坐标，样品不是；请分别给出两者的坐标系，如 EPSG:4326 和 EPSG:4509。</translation>
    </message>
    <message>
        <source>The drawing {path} cannot be read: {reason}; give a .npy file.</source>
        <translation>手写文件 {path} 无法读取：{reason}；请给出 .npy 文件。</translation>
    </message>
    <message>
        <source>The drawing {path} is no picture; give bytes (uint8) of shape height × width or channels × height × width, at most {most} pixels a side.</source>
        <translation>手写文件 {path} 不是图像；请给出字节（uint8）数组，形状为 高 × 宽 或 通道 × 高 × 宽，每边不超过 {most} 像素。</translation>
    </message>
    <message>
        <source>The eastings of the deposits begin with a zone number, {zone}, and those of the samples do not; state both coordinate systems, such as EPSG:{code} for the deposits.</source>
        <translation>矿床的横坐标前带有带号 {zone}，样品的横坐标没有；请分别指明两者的坐标系，例如矿床为 EPSG:{code}。</translation>
    </message>
    <message>
        <source>The epoch limit of {epoch} was reached before the goal: training loss {loss}, goal {goal}.</source>
        <translation>未达到目标即到达轮数上限 {epoch}：训练误差 {loss}，目标 {goal}。</translation>
    </message>
    <message>
        <source>The error goal was met at epoch {epoch} of try {kept}: training loss {loss}, goal {goal}.</source>
        <translation>第 {kept} 次学习在第 {epoch} 轮达到误差目标：训练误差 {loss}，目标 {goal}。</translation>
    </message>
    <message>
        <source>The error goal was met at epoch {epoch}: training loss {loss}, goal {goal}.</source>
        <translation>在第 {epoch} 轮达到误差目标：训练误差 {loss}，目标 {goal}。</translation>
    </message>
    <message>
        <source>The explanation was stopped; nothing was written.</source>
        <translation>解释已停止，没有写入任何文件。</translation>
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
        <source>The features are alike as far as {reach}; blocks so large would be too few, so they are {size}, and samples of neighbouring blocks still resemble each other.</source>
        <translation>特征在 {reach} 内相关；这样大的分块会太少，故取 {size}，相邻分块的样品仍有相似。</translation>
    </message>
    <message>
        <source>The features have no variogram to take a block size from, so blocks are {size}, a fifth of the survey at most.</source>
        <translation>特征没有可用的变差函数来确定分块大小，故分块取 {size}，至多为测区的五分之一。</translation>
    </message>
    <message>
        <source>The field logarithm is an earlier word for transform and holds true or false; write transform alone.</source>
        <translation>字段 logarithm 是 transform 的旧写法，取值为 true 或 false；请只写 transform。</translation>
    </message>
    <message>
        <source>The field {field} of {where} cannot be used: there is no such field; did you mean {near}?</source>
        <translation>{where} 中的字段 {field} 不能使用：没有这个字段；是否指 {near}？</translation>
    </message>
    <message>
        <source>The field {field} of {where} cannot be used: there is no such field; those of {section} are {names}.</source>
        <translation>{where} 中的字段 {field} 不能使用：没有这个字段；{section} 的字段有 {names}。</translation>
    </message>
    <message>
        <source>The field {field} of {where} cannot be used: {reason}.</source>
        <translation>{where} 中的字段 {field} 不能使用：{reason}。</translation>
    </message>
    <message>
        <source>The file ends there.</source>
        <translation>文件到此结束。</translation>
    </message>
    <message>
        <source>The file has columns that the recipe does not name; they were decided anew: {columns}.</source>
        <translation>文件中有读取方案没有的列，已重新判断：{columns}。</translation>
    </message>
    <message>
        <source>The file names it: {text}.</source>
        <translation>文件中写明：{text}。</translation>
    </message>
    <message>
        <source>The file names {datum}, and Y begins with zone {zone}.</source>
        <translation>文件写明 {datum}，且 Y 坐标以带号 {zone} 开头。</translation>
    </message>
    <message>
        <source>The file states it.</source>
        <translation>文件中写明。</translation>
    </message>
    <message>
        <source>The file states the names of its columns.</source>
        <translation>文件本身带有列名。</translation>
    </message>
    <message>
        <source>The file {labels} holds {count} labels for the {images} images of {name}; put the files of one set together.</source>
        <translation>文件 {labels} 有 {count} 个标签，而 {name} 有 {images} 幅图像；请把同一数据集的文件放在一起。</translation>
    </message>
    <message>
        <source>The file {path} cannot be read ({reason}); copy it to a local disk and try again.</source>
        <translation>文件 {path} 无法读取（{reason}）；请复制到本地磁盘后重试。</translation>
    </message>
    <message>
        <source>The file {path} cannot be read: {reason}.</source>
        <translation>无法读取文件 {path}：{reason}。</translation>
    </message>
    <message>
        <source>The file {path} cannot be written: the disk is full; make room or choose another place.</source>
        <translation>文件 {path} 无法写入：磁盘已满；请清理空间，或另选位置。</translation>
    </message>
    <message>
        <source>The file {path} cannot be written: writing there is not allowed, or another program holds the file open; close it there or choose another place.</source>
        <translation>文件 {path} 无法写入：没有写入权限，或文件正被其他程序打开；请在该程序中关闭文件，或另选位置。</translation>
    </message>
    <message>
        <source>The file {path} cannot be written: {above} is a file, not a folder; choose another place.</source>
        <translation>文件 {path} 无法写入：{above} 是文件，不是文件夹；请另选位置。</translation>
    </message>
    <message>
        <source>The file {path} cannot be written: {reason}; choose another place.</source>
        <translation>文件 {path} 无法写入：{reason}；请另选位置。</translation>
    </message>
    <message>
        <source>The file {path} has no section [search].</source>
        <translation>文件 {path} 中没有 [search] 一节。</translation>
    </message>
    <message>
        <source>The file {path} holds no array; choose a file that numpy.savez wrote.</source>
        <translation>文件 {path} 中没有数组；请选择由 numpy.savez 写出的文件。</translation>
    </message>
    <message>
        <source>The file {path} holds no images: it is no table with a column for each pixel, nor a file of another known kind; open it as a table of samples if it is one.</source>
        <translation>文件 {path} 中没有图像：它既不是每个像素一列的表，也不是其他已知类型的文件；如果是样品数据表，请作为数据表打开。</translation>
    </message>
    <message>
        <source>The file {path} holds no predictions: columns such as class and probability are missing; open it as a table.</source>
        <translation>文件 {path} 不含预测结果：缺少 class、probability 等列；请将其作为数据表打开。</translation>
    </message>
    <message>
        <source>The file {path} holds vector data, but its name does not end as such a file's does; give it its own ending ({endings}) and load it again.</source>
        <translation>文件 {path} 是矢量数据，但其扩展名不符；请改为相应的扩展名（{endings}）后再打开。</translation>
    </message>
    <message>
        <source>The file {path} is a MATLAB file of version 7.3, which cannot be read here; save it in MATLAB with save('file.mat', '-v7') and load that.</source>
        <translation>文件 {path} 是 7.3 版的 MATLAB 文件，这里无法读取；请在 MATLAB 中用 save('file.mat', '-v7') 保存后再加载。</translation>
    </message>
    <message>
        <source>The file {path} is a web page or XML, whatever its name says; open it in a spreadsheet, save it as XLSX and load that.</source>
        <translation>文件 {path} 实际上是网页或 XML 文件（与其扩展名无关）；请用电子表格软件打开并另存为 XLSX 后再打开。</translation>
    </message>
    <message>
        <source>The file {path} is a {kind} file, which holds no table that can be read; export the table as CSV or XLSX and load that.</source>
        <translation>文件 {path} 是 {kind} 文件，其中没有可读取的数据表；请将数据表导出为 CSV 或 XLSX 后再打开。</translation>
    </message>
    <message>
        <source>The file {path} is cut short or damaged: its header promises {promised} bytes ({shape}), but the file can hold {most} at most; get it again.</source>
        <translation>文件 {path} 不完整或已损坏：文件头标明有 {promised} 字节（{shape}），而文件最多只能容纳 {most} 字节；请重新获取。</translation>
    </message>
    <message>
        <source>The file {path} is cut short: its header promises {count} items, but the bytes end in item {number}; get it again.</source>
        <translation>文件 {path} 不完整：文件头标明有 {count} 项，但数据在第 {number} 项处中断；请重新获取。</translation>
    </message>
    <message>
        <source>The file {path} is damaged or no MATLAB file ({reason}); save it again with save('file.mat', '-v7').</source>
        <translation>文件 {path} 已损坏或不是 MATLAB 文件（{reason}）；请用 save('file.mat', '-v7') 重新保存。</translation>
    </message>
    <message>
        <source>The file {path} is damaged or no Parquet file ({reason}); get it again.</source>
        <translation>文件 {path} 已损坏或不是 Parquet 文件（{reason}）；请重新获取。</translation>
    </message>
    <message>
        <source>The file {path} is damaged or no file of NumPy ({reason}); get it again.</source>
        <translation>文件 {path} 已损坏或不是 NumPy 文件（{reason}）；请重新获取。</translation>
    </message>
    <message>
        <source>The file {path} is damaged or was copied only in part ({reason}); get it again.</source>
        <translation>文件 {path} 已损坏或复制不完整（{reason}）；请重新获取。</translation>
    </message>
    <message>
        <source>The file {path} is empty; get it again, or choose another.</source>
        <translation>文件 {path} 是空的；请重新获取，或选择其他文件。</translation>
    </message>
    <message>
        <source>The file {path} is no IDX file: its first bytes are not those of one; choose a file such as train-images-idx3-ubyte.gz.</source>
        <translation>文件 {path} 不是 IDX 文件：开头的字节不符；请选择 train-images-idx3-ubyte.gz 之类的文件。</translation>
    </message>
    <message>
        <source>The file {path} is no picture of a known format, whatever its name says; save the picture anew as PNG.</source>
        <translation>文件 {path} 不是已知格式的图片，与扩展名不符；请将图片重新保存为 PNG。</translation>
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
        <source>The file {path} must end in .npz, as it holds arrays.</source>
        <translation>文件 {path} 存放数组，文件名须以 .npz 结尾。</translation>
    </message>
    <message>
        <source>The file {path} promises {promised} GB of arrays, more than it can hold or than may be read ({limit} GB); divide it.</source>
        <translation>文件 {path} 标明有 {promised} GB 的数组，超过其容量或可读取的上限（{limit} GB）；请拆分文件。</translation>
    </message>
    <message>
        <source>The file {path} promises {promised} GB of variables, more than the {limit} GB that may be read; divide it.</source>
        <translation>文件 {path} 标明有 {promised} GB 的变量，超过可读取的 {limit} GB；请拆分文件。</translation>
    </message>
    <message>
        <source>The file {path} should end in .csv or .parquet; give it one of these endings.</source>
        <translation>文件 {path} 的扩展名应为 .csv 或 .parquet，请改用其中之一。</translation>
    </message>
    <message>
        <source>The file {path} should end in {suffixes}; give it one of these endings.</source>
        <translation>文件 {path} 的扩展名应为 {suffixes}；请改用其中之一。</translation>
    </message>
    <message>
        <source>The file {source} cannot be read ({reason}); open it in a GIS and save it anew.</source>
        <translation>文件 {source} 无法读取（{reason}）；请用 GIS 软件打开并重新保存。</translation>
    </message>
    <message>
        <source>The file {source} has no layer “{layer}”; its layers are {layers}.</source>
        <translation>文件 {source} 中没有图层“{layer}”；现有图层：{layers}。</translation>
    </message>
    <message>
        <source>The file {source} has no layers.</source>
        <translation>文件 {source} 中没有图层。</translation>
    </message>
    <message>
        <source>The file {source} is binary, not text; save it as CSV and load that.</source>
        <translation>文件 {source} 是二进制文件，不是文本；请另存为 CSV 后再打开。</translation>
    </message>
    <message>
        <source>The file {source} is not written in {encoding}: the byte {byte} at position {position}, line {line}, is none of it; choose another encoding.</source>
        <translation>文件 {source} 不是 {encoding} 编码：第 {line} 行、位置 {position} 处的字节 {byte} 不属于该编码；请选择其他编码。</translation>
    </message>
    <message>
        <source>The first column was taken as the label.</source>
        <translation>第一列作为标签。</translation>
    </message>
    <message>
        <source>The first line already holds numbers, so the columns have no names.</source>
        <translation>第一行就是数值，因此各列没有列名。</translation>
    </message>
    <message>
        <source>The first line holds numbers that rise evenly, such as years: {numbers}. They were taken for names; please check that it is no sample.</source>
        <translation>第一行是等差递增的数字（例如年份）：{numbers}。已作为列名；请确认它不是样品。</translation>
    </message>
    <message>
        <source>The first line holds numbers that rise evenly: {numbers}. It was taken for a sample; please check that they are no names.</source>
        <translation>第一行是等差递增的数字：{numbers}。已作为样品；请确认它们不是列名。</translation>
    </message>
    <message>
        <source>The first page alone was read of {count} of the pictures: {names}.</source>
        <translation>有 {count} 张图片含多页，只读取了第一页：{names}。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written ({reason}); make room or change its permissions.</source>
        <translation>文件夹 {folder} 无法写入（{reason}）；请腾出空间或更改权限。</translation>
    </message>
    <message>
        <source>The folder {folder} holds no pictures; choose one with a folder of pictures for each class.</source>
        <translation>文件夹 {folder} 中没有图片；请选择每个类别各有一个图片文件夹的文件夹。</translation>
    </message>
    <message>
        <source>The folder {folder} holds {count} IDX files of training images ({names}); choose one of the files.</source>
        <translation>文件夹 {folder} 中有 {count} 个训练图像的 IDX 文件（{names}）；请选择其中一个文件。</translation>
    </message>
    <message>
        <source>The folder {path} cannot be written: {reason}.</source>
        <translation>文件夹 {path} 无法写入：{reason}。</translation>
    </message>
    <message>
        <source>The folder {path} holds other files; choose a new folder for the run.</source>
        <translation>文件夹 {path} 中有其他文件；请为运行另选新文件夹。</translation>
    </message>
    <message>
        <source>The folder {path} holds other files; choose a new folder for the search.</source>
        <translation>文件夹 {path} 中有其他文件；请为搜索选择新文件夹。</translation>
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
        <source>The geometries in the column {name} cannot be read: {reason}.</source>
        <translation>无法读取列 {name} 中的几何图形：{reason}。</translation>
    </message>
    <message>
        <source>The goal was not met; try {number} of {tries} begins from new weights.</source>
        <translation>未达到目标；从新的权值开始第 {number} 次学习（共 {tries} 次）。</translation>
    </message>
    <message>
        <source>The gridding was stopped; no file was written.</source>
        <translation>网格化已停止，未写文件。</translation>
    </message>
    <message>
        <source>The helper process ended unexpectedly; try again.</source>
        <translation>辅助进程意外结束，请重试。</translation>
    </message>
    <message>
        <source>The image cannot be added to {folder} ({reason}); choose a folder that may be written.</source>
        <translation>图像无法加入 {folder}（{reason}）；请选择可写入的文件夹。</translation>
    </message>
    <message>
        <source>The images have changed since the job was made.</source>
        <translation>图像在作业建立之后已有改动。</translation>
    </message>
    <message>
        <source>The images have colours and the network reads grey; they were made grey.</source>
        <translation>图像是彩色的，而网络读取灰度；已转换为灰度图像。</translation>
    </message>
    <message>
        <source>The images have colours, so their ink was not framed; have them made grey.</source>
        <translation>图像是彩色的，没有规整笔画；请先变为灰度。</translation>
    </message>
    <message>
        <source>The images have colours; they were made grey.</source>
        <translation>图像是彩色的，已变为灰度。</translation>
    </message>
    <message>
        <source>The images have no classes; learning needs at least two of them.</source>
        <translation>这些图像没有类别；学习至少需要两个类别。</translation>
    </message>
    <message>
        <source>The images have {count} different sizes; all were scaled to {side}×{side} pixels, without stretching.</source>
        <translation>图像有 {count} 种大小；全部缩放到 {side}×{side} 像素，不改变长宽比。</translation>
    </message>
    <message>
        <source>The images have {given} channels and the network reads {wanted}; the same grey is in each.</source>
        <translation>图像有 {given} 个通道，而网络读取 {wanted} 个；各通道填入了相同的灰度。</translation>
    </message>
    <message>
        <source>The images of {height} × {width} pixels were scaled to the {wanted_height} × {wanted_width} that the network reads.</source>
        <translation>{height} × {width} 像素的图像已缩放为网络读取的 {wanted_height} × {wanted_width}。</translation>
    </message>
    <message>
        <source>The images of {height}×{width} pixels were scaled to {side}×{side}.</source>
        <translation>{height}×{width} 像素的图像已缩放到 {side}×{side}。</translation>
    </message>
    <message>
        <source>The images of {source} have fewer than two classes, so nothing can be learned; put those of each class into a folder of its own, or give labels beside them.</source>
        <translation>{source} 中的图像不足两个类别，无法训练；请将各类图像分别放入各自的文件夹，或随图像提供标签。</translation>
    </message>
    <message>
        <source>The images of {source} have {given} channels and the network reads {wanted}; choose images like those it was trained on.</source>
        <translation>{source} 的图像有 {given} 个通道，而网络读取 {wanted} 个；请选择与训练时同类的图像。</translation>
    </message>
    <message>
        <source>The images {source} are no longer those that the run {path} has learned; train it again.</source>
        <translation>图像 {source} 已不是运行 {path} 学习过的图像；请重新训练。</translation>
    </message>
    <message>
        <source>The images {source} have changed since the run began, so the run cannot be resumed; start a new one.</source>
        <translation>运行开始之后图像 {source} 已经改变，因此无法继续该运行；请新建一个运行。</translation>
    </message>
    <message>
        <source>The images {source} have changed since the run, so nothing can be held against it; train again.</source>
        <translation>图像 {source} 在此运行之后已经改变，无法与之比较；请重新训练。</translation>
    </message>
    <message>
        <source>The ink of every image was cut out and counted in blocks.</source>
        <translation>每幅图像的笔画已取出并按小块计数。</translation>
    </message>
    <message>
        <source>The ink of every image was scaled to {share} of its side and put in the middle.</source>
        <translation>每幅图像的笔画已缩放到边长的 {share}，并放在正中。</translation>
    </message>
    <message>
        <source>The ink of every image was scaled to {share} of its side, with its centre of mass in the middle.</source>
        <translation>每幅图像的笔画已缩放到边长的 {share}，质心位于正中。</translation>
    </message>
    <message>
        <source>The ink of these images lies up to {offset} of their side from the middle; choose a framing and read again where its place means nothing.</source>
        <translation>这些图像的笔画偏离中心达边长的 {offset}；如果位置没有意义，请选择笔画规整并重新读取。</translation>
    </message>
    <message>
        <source>The ink takes {share} of the side of these images, the rest is margin; choose a framing and read again, so that the network sees it larger.</source>
        <translation>这些图像的笔画只占边长的 {share}，其余是留白；请选择笔画规整并重新读取，让网络看得更大。</translation>
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
        <source>The job is in {path}; python main.py run {typed} --out FOLDER carries it out.</source>
        <translation>作业已写入 {path}；用 python main.py run {typed} --out 文件夹 执行。</translation>
    </message>
    <message>
        <source>The job {job} is about a CNN, not a BP network on a table.</source>
        <translation>作业 {job} 针对 CNN，不是数据表上的 BP 网络。</translation>
    </message>
    <message>
        <source>The job {job} is not about images; choose one that is.</source>
        <translation>作业 {job} 不是图像作业；请选择图像作业。</translation>
    </message>
    <message>
        <source>The job {path} is about a CNN, not a BP network on a table.</source>
        <translation>作业 {path} 针对 CNN，不是数据表上的 BP 网络。</translation>
    </message>
    <message>
        <source>The label 10 was read as the digit 0, since MATLAB counts from 1.</source>
        <translation>标签 10 读作数字 0，因为 MATLAB 从 1 开始计数。</translation>
    </message>
    <message>
        <source>The labelled samples are divided into so many folds; each is held out once and judged by networks that never saw it. All folds are trained at once.</source>
        <translation>已知类别的样品分为若干折；每折留出一次，由从未见过它的网络评价。各折同时训练。</translation>
    </message>
    <message>
        <source>The labels of {source} are no classes: sample {number} has {label}; choose the column of the labels, or none.</source>
        <translation>{source} 的标签不是类别：第 {number} 个样本为 {label}；请选择标签列，或选择无标签。</translation>
    </message>
    <message>
        <source>The labels of {source} name {count} classes, more than the {most} that are possible; choose the column of the labels, or none.</source>
        <translation>{source} 的标签有 {count} 个类别，超过上限 {most}；请选择标签列，或选择无标签。</translation>
    </message>
    <message>
        <source>The labels were taken from the names of the files.</source>
        <translation>标签取自文件名。</translation>
    </message>
    <message>
        <source>The language {language} is not known here; choose one of {languages}.</source>
        <translation>此处没有语言 {language}；请从 {languages} 中选择。</translation>
    </message>
    <message>
        <source>The last column was taken as the label.</source>
        <translation>最后一列作为标签。</translation>
    </message>
    <message>
        <source>The last layer gives {output} values, but there are {classes} classes; end with -FC-SOFTMAX.</source>
        <translation>最后一层输出 {output} 个值，而类别有 {classes} 个；请以 -FC-SOFTMAX 结尾。</translation>
    </message>
    <message>
        <source>The layer {layer} is one of a run; give the folder of a run instead of {source}, or a column of the table with --column.</source>
        <translation>图层 {layer} 属于某次运行；请用运行文件夹代替 {source}，或用 --column 给出表中的一列。</translation>
    </message>
    <message>
        <source>The layer {layer} was read; the file also has {others}.</source>
        <translation>已读取图层 {layer}；该文件还有 {others}。</translation>
    </message>
    <message>
        <source>The layer {name} has no filters; the convolutions are {names}.</source>
        <translation>{name} 层没有卷积核；卷积层有 {names}。</translation>
    </message>
    <message>
        <source>The layer {name} has no maps for Grad-CAM to weigh; choose a convolution or a pool.</source>
        <translation>{name} 层没有可供 Grad-CAM 加权的特征图；请选择卷积层或池化层。</translation>
    </message>
    <message>
        <source>The layer {name} has no say in the classes; choose another one.</source>
        <translation>{name} 层不影响分类结果；请选择其他层。</translation>
    </message>
    <message>
        <source>The layer {name} is not fully connected; choose one that is.</source>
        <translation>{name} 层不是全连接层；请选择全连接层。</translation>
    </message>
    <message>
        <source>The layers are {length} characters long; up to {longest} are read.</source>
        <translation>网络层文本长 {length} 个字符；最多读取 {longest} 个。</translation>
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
        <source>The learning curve was stopped; nothing was written.</source>
        <translation>学习曲线已停止，未写入任何内容。</translation>
    </message>
    <message>
        <source>The limit</source>
        <translation>检出限</translation>
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
        <source>The loss grew without bound in {failed} of {folds} folds, whose samples cannot be judged; try a smaller learning rate.</source>
        <translation>{folds} 折中有 {failed} 折的误差无限增大，其样本无法评价；请试用更小的学习率。</translation>
    </message>
    <message>
        <source>The map is in {path}.</source>
        <translation>分类图已存为 {path}。</translation>
    </message>
    <message>
        <source>The map is ready.</source>
        <translation>图已备好。</translation>
    </message>
    <message>
        <source>The model cannot be written as ONNX: onnxruntime does not take it ({reason}); take it away as a bundle (.anomodel).</source>
        <translation>该模型无法写成 ONNX：onnxruntime 不接受（{reason}）；请改存为模型包（.anomodel）。</translation>
    </message>
    <message>
        <source>The model has different numbers of quantiles for its features, which cannot be written as ONNX; train it again with this version of the program.</source>
        <translation>该模型各特征的分位数个数不同，无法写成 ONNX；请用本版程序重新训练。</translation>
    </message>
    <message>
        <source>The model in {path} cannot be read: {reason}.</source>
        <translation>{path} 中的模型无法读取：{reason}。</translation>
    </message>
    <message>
        <source>The model in {path} is no CNN on windows of a survey; choose a run that trained one.</source>
        <translation>{path} 中的模型不是测区的窗口 CNN；请选择训练过窗口 CNN 的运行。</translation>
    </message>
    <message>
        <source>The model in {path} is no CNN; choose a run that was trained on images.</source>
        <translation>{path} 中的模型不是 CNN；请选择用图像训练的运行。</translation>
    </message>
    <message>
        <source>The model was written to {path}.</source>
        <translation>模型已写入 {path}。</translation>
    </message>
    <message>
        <source>The model was written to {path}. On {rows} rows onnxruntime gives the probabilities of this program to {difference}; ties between classes that rounding decides otherwise: {ties}.</source>
        <translation>模型已写入 {path}。在 {rows} 行上，onnxruntime 与本程序的概率最大相差 {difference}；因舍入而不同的平票：{ties}。</translation>
    </message>
    <message>
        <source>The name is one of a ratio; it has neither element nor unit.</source>
        <translation>列名是比值的名称，既不对应元素，也没有单位。</translation>
    </message>
    <message>
        <source>The name is one of a sum of several substances; it has no element.</source>
        <translation>列名是几种组分之和的名称，不对应单个元素。</translation>
    </message>
    <message>
        <source>The name or the lines above the samples state it.</source>
        <translation>列名或样品上方的行写明了分析方法。</translation>
    </message>
    <message>
        <source>The name says that it holds classes.</source>
        <translation>列名表明是类别。</translation>
    </message>
    <message>
        <source>The name says that these are codes or counts, no amounts.</source>
        <translation>列名表明这是代码或计数，不是含量。</translation>
    </message>
    <message>
        <source>The name says that these are detection limits, no amounts.</source>
        <translation>列名表明这是检出限，不是含量。</translation>
    </message>
    <message>
        <source>The name says that these are errors or deviations, no amounts.</source>
        <translation>列名表明这是误差或偏差，不是含量。</translation>
    </message>
    <message>
        <source>The name says that these are log-ratios; they have neither element nor unit.</source>
        <translation>列名表明这是对数比值，既不对应元素，也没有单位。</translation>
    </message>
    <message>
        <source>The name says that these are logarithms; they have neither element nor unit.</source>
        <translation>列名表明这是对数值，既不对应元素，也没有单位。</translation>
    </message>
    <message>
        <source>The name says that these are scores, ranks or other values computed from amounts.</source>
        <translation>列名表明这是由含量计算出的得分、秩或其他数值。</translation>
    </message>
    <message>
        <source>The name says that this is an index computed from amounts.</source>
        <translation>列名表明这是由含量计算出的指数。</translation>
    </message>
    <message>
        <source>The names do not stand in the lines of the recipe, but in line {line}; the lines were found anew.</source>
        <translation>列名不在读取方案所指的行，而在第 {line} 行；已重新识别各行。</translation>
    </message>
    <message>
        <source>The nearest sample is {distance} away.</source>
        <translation>最近的样品相距 {distance}。</translation>
    </message>
    <message>
        <source>The network has no layer {name}; it has {names}.</source>
        <translation>网络中没有名为 {name} 的层；现有 {names}。</translation>
    </message>
    <message>
        <source>The network has {count} layers.</source>
        <translation>网络共有 {count} 层。</translation>
    </message>
    <message>
        <source>The network knows no class {names}; these images are classified, and not counted as right or wrong.</source>
        <translation>网络不认识类别 {names}；这些图像照样分类，但不计入正误。</translation>
    </message>
    <message>
        <source>The network learned from these images, so what it gets right here flatters it; the evaluation of the run counts those it had not seen.</source>
        <translation>网络正是用这些图像训练的，因此这里的正确率偏高；该运行的评价只统计网络未见过的图像。</translation>
    </message>
    <message>
        <source>The network that is judged has the exponential mean of the weights with this decay a step. 0: none.</source>
        <translation>用于评价的网络取权值的指数滑动平均，每步按此系数衰减。0：不平均。</translation>
    </message>
    <message>
        <source>The network would have {parameters} parameters; up to {most} are trained. Take fewer units or filters, or more pools before the first FC.</source>
        <translation>该网络将有 {parameters} 个参数；最多可训练 {most} 个。请减少神经元或卷积核，或在第一个 FC 之前多加池化层。</translation>
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
        <source>The network {layers} reads {inputs} inputs, but the {features} features of the job become {wanted} when they are prepared; make the first layer {wanted}.</source>
        <translation>网络 {layers} 有 {inputs} 个输入，而作业的 {features} 个特征预处理后为 {wanted} 个；请把第一层改为 {wanted}。</translation>
    </message>
    <message>
        <source>The numbers in {path} cannot be read: {reason}.</source>
        <translation>无法读取 {path} 中的数值：{reason}。</translation>
    </message>
    <message>
        <source>The numbers of {name} stand low byte first.</source>
        <translation>{name} 中的数按低位字节在前存放。</translation>
    </message>
    <message>
        <source>The order of the digits on the sheet is not known, so they have no labels; say whether rows or columns hold one digit each.</source>
        <translation>图版上数字的顺序未知，因此没有标签；请指明是每行还是每列为同一个数字。</translation>
    </message>
    <message>
        <source>The original form has the sizes of its publication; the fitted one takes the images and classes at hand.</source>
        <translation>原始形式采用原论文的尺寸；适配形式适合当前的图像和类别。</translation>
    </message>
    <message>
        <source>The outlines {path} cannot be read: {reason}. Open a Shapefile, GeoPackage, GeoJSON or KML file.</source>
        <translation>无法读取轮廓线 {path}：{reason}。请打开 Shapefile、GeoPackage、GeoJSON 或 KML 文件。</translation>
    </message>
    <message>
        <source>The packed file {path} is damaged or was copied only in part; get it again.</source>
        <translation>压缩文件 {path} 已损坏或未复制完整；请重新获取。</translation>
    </message>
    <message>
        <source>The parts of {source} hold images of different sizes ({one} and {other}); read them one at a time.</source>
        <translation>{source} 各部分的图像大小不同（{one} 和 {other}）；请分别读取。</translation>
    </message>
    <message>
        <source>The picture {path} has more than {most} million pixels; make it smaller or divide it.</source>
        <translation>图片 {path} 超过 {most} 百万像素；请缩小或拆分。</translation>
    </message>
    <message>
        <source>The picture {path} is damaged or cut short ({reason}); get it again.</source>
        <translation>图片 {path} 已损坏或不完整（{reason}）；请重新获取。</translation>
    </message>
    <message>
        <source>The pictures of {source} need more than the {limit} GB of memory that images may take; make them smaller.</source>
        <translation>{source} 的图片所需内存超过图像可用的 {limit} GB；请缩小图片。</translation>
    </message>
    <message>
        <source>The pixels of {name} were read column after column, as MATLAB keeps them: so the images stand upright.</source>
        <translation>{name} 的像素按 MATLAB 的方式逐列读取：这样图像才是正立的。</translation>
    </message>
    <message>
        <source>The pixels of {name} were read column after column, as MATLAB keeps them; if the images lie on their side, choose rows as the order of the pixels.</source>
        <translation>{name} 的像素按 MATLAB 的方式逐列读取；如果图像是横躺的，请将像素顺序改为按行。</translation>
    </message>
    <message>
        <source>The power {power} must be above 0; 2 is usual.</source>
        <translation>幂次 {power} 必须大于 0；通常取 2。</translation>
    </message>
    <message>
        <source>The predictions {path} cannot be read: {reason}.</source>
        <translation>预测结果 {path} 无法读取：{reason}。</translation>
    </message>
    <message>
        <source>The predictions {path} have no coordinates, so there is no map of them; the table that was classified lacks the coordinate columns of the run.</source>
        <translation>预测结果 {path} 没有坐标，无法成图；被分类的表缺少该运行的坐标列。</translation>
    </message>
    <message>
        <source>The program's own for digits: three stages of normalised 3 × 3 convolutions.</source>
        <translation>本程序自带的数字识别网络：三个阶段的 3 × 3 卷积，均带批归一化。</translation>
    </message>
    <message>
        <source>The program's own for windows of a survey: elements mixed first, few weights.</source>
        <translation>本程序自带的测区窗口网络：先组合各元素，权值很少。</translation>
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
        <source>The range {low} to {high} of {name} cannot be searched; give the smaller number first, both from {least} to {most}.</source>
        <translation>无法在 {name} 的范围 {low} 至 {high} 内搜索；请先写较小的数，两数均须在 {least} 至 {most} 之间。</translation>
    </message>
    <message>
        <source>The ratios of these elements do not vary freely, so that there is no robust distance; leave out columns that are multiples of another or constant in most samples.</source>
        <translation>这些元素之间的比值不能自由变化，无法计算稳健距离；请去掉与其他列成倍数关系或在多数样品中不变的列。</translation>
    </message>
    <message>
        <source>The recipe file {path} cannot be read: {reason}.</source>
        <translation>无法读取读取方案文件 {path}：{reason}。</translation>
    </message>
    <message>
        <source>The recipe names columns that this file lacks: {columns}.</source>
        <translation>读取方案中的这些列在本文件中没有：{columns}。</translation>
    </message>
    <message>
        <source>The report is in {path}.</source>
        <translation>报告已写入 {path}。</translation>
    </message>
    <message>
        <source>The results have no coordinates, so there is no map of them; choose coordinate columns and train again, or take them away as a table.</source>
        <translation>结果没有坐标，不能成图；请选择坐标列后重新训练，或导出为表格。</translation>
    </message>
    <message>
        <source>The results have no coordinates, so they make no points; take them away as a table (.csv, .xlsx or .parquet).</source>
        <translation>结果没有坐标，不能生成点；请导出为表格（.csv、.xlsx 或 .parquet）。</translation>
    </message>
    <message>
        <source>The results have no known classes to compare with; choose another layer, such as entropy.</source>
        <translation>结果中没有可供比较的已知类别；请选择其他图层，例如 entropy。</translation>
    </message>
    <message>
        <source>The row begins with the words for a detection limit.</source>
        <translation>该行以“检出限”一类的词开头。</translation>
    </message>
    <message>
        <source>The rows have {width} cells and the names only {named}: commas may stand inside numbers as well as between the cells, 12,5 for 12.5. Save the file with semicolons between the cells, or with decimal points.</source>
        <translation>各行有 {width} 个单元格，列名却只有 {named} 个：逗号可能既是分隔符，又是小数点（12,5 即 12.5）。请改用分号分隔，或改用小数点，再保存文件。</translation>
    </message>
    <message>
        <source>The rows of the sheet were taken as the digits 0…9 in order.</source>
        <translation>图版的各行依次作为数字 0…9。</translation>
    </message>
    <message>
        <source>The run does not tell what is unlike its training samples: that was switched off, or they were too few; choose another layer, or train again.</source>
        <translation>该运行没有给出与训练样品的不相似度：该项已关闭，或训练样品太少；请选择其他图层，或重新训练。</translation>
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
        <source>The run has a single member, which agrees with itself; choose another layer than agreement, or train several members.</source>
        <translation>本次运行只有一个成员，谈不上一致度；请选其他图层，或训练多个成员。</translation>
    </message>
    <message>
        <source>The run has an output for each class, so there is no one difference to a target; choose the layer missing.</source>
        <translation>该运行每个类别各有一个输出，不存在单一的输出与目标之差；请选择图层 missing。</translation>
    </message>
    <message>
        <source>The run has no member {member}; its {count} members are numbered from 0.</source>
        <translation>该运行没有编号为 {member} 的成员；共有 {count} 个成员，编号从 0 开始。</translation>
    </message>
    <message>
        <source>The run has no prediction sets: no sample was held out; choose another layer, or train again with samples held out.</source>
        <translation>该运行没有预测集：没有留出样品；请选择其他图层，或留出样品后重新训练。</translation>
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
        <source>The run in {path} has no verdict: it has not ended, no sample was held out, or an earlier version made it; judge its job, or train again.</source>
        <translation>{path} 中的运行没有结论：尚未结束、没有留出样品，或由旧版本生成；请评价其作业，或重新训练。</translation>
    </message>
    <message>
        <source>The run in {path} has not ended yet; resume it or wait for it, then ask for its report.</source>
        <translation>{path} 中的运行尚未结束；请继续运行或等它结束，再生成报告。</translation>
    </message>
    <message>
        <source>The run in {path} learned from a table; this is for runs on images.</source>
        <translation>{path} 中的运行使用数据表；此处只适用于图像的运行。</translation>
    </message>
    <message>
        <source>The run in {path} learned from images; this is for runs on a table.</source>
        <translation>{path} 中的运行使用图像；此处只适用于数据表的运行。</translation>
    </message>
    <message>
        <source>The run in {path} trained a CNN; this is for runs of a BP network.</source>
        <translation>{path} 中的运行训练的是 CNN；此处只适用于 BP 网络的运行。</translation>
    </message>
    <message>
        <source>The run in {path} was begun with another job; choose another folder.</source>
        <translation>{path} 中的运行是用另一个作业开始的；请另选文件夹。</translation>
    </message>
    <message>
        <source>The run is of an earlier version, which did not count the wrong votes; train again, or choose the layer missing.</source>
        <translation>该运行由较早版本生成，未统计误判票数；请重新训练，或选择图层 missing。</translation>
    </message>
    <message>
        <source>The run {path} has no images to look at; choose a run on images.</source>
        <translation>运行 {path} 没有可查看的图像；请选择图像的运行。</translation>
    </message>
    <message>
        <source>The runs {first} and {second} classified different tables; compare two runs of one table.</source>
        <translation>运行 {first} 与 {second} 分类的不是同一张数据表；请比较同一张数据表的两次运行。</translation>
    </message>
    <message>
        <source>The samples do not differ, or too few lie near each other, so there is no variogram to krige with; take inverse distances instead.</source>
        <translation>样品值没有差异，或相邻样品太少，求不出克里金所需的变差函数；请改用反距离加权。</translation>
    </message>
    <message>
        <source>The samples lie scattered, not on a regular grid, so they make no raster as they are; take them away as points (.gpkg), or spread them over cells (--nearest, with --cell and --radius).</source>
        <translation>样品为散点，不在规则网格上，不能直接成为栅格；请导出为点（.gpkg），或按最近样品网格化（--nearest，可用 --cell 和 --radius）。</translation>
    </message>
    <message>
        <source>The samples lie scattered: each cell of {cell} shows the nearest sample within {radius}.</source>
        <translation>样品为散点：每个 {cell} 的单元显示 {radius} 以内最近的样品。</translation>
    </message>
    <message>
        <source>The samples that process {rank} of this run has read are not those of the first one; every machine needs the same files.</source>
        <translation>本次运行的第 {rank} 个进程读入的样本与第一个进程的不同；每台计算机都要有相同的文件。</translation>
    </message>
    <message>
        <source>The search in {path} was begun with another job or other settings; choose another folder.</source>
        <translation>{path} 中的搜索是用另一作业或其他设置开始的；请另选文件夹。</translation>
    </message>
    <message>
        <source>The setting {field} of a threshold cannot be used: {reason}.</source>
        <translation>异常下限的设置 {field} 不能使用：{reason}。</translation>
    </message>
    <message>
        <source>The setting “{setting}” cannot be read; write section.field=value, for example training.members=16.</source>
        <translation>无法识别设置“{setting}”；请写成 节.字段=值，例如 training.members=16。</translation>
    </message>
    <message>
        <source>The sheet was divided into {across} × {down} cells of {width}×{height} pixels.</source>
        <translation>图版已分成 {across} × {down} 格，每格 {width}×{height} 像素。</translation>
    </message>
    <message>
        <source>The sheet {sheet} of {source} holds nothing; choose another one of {sheets}.</source>
        <translation>{source} 的工作表 {sheet} 是空的；请选择其他工作表：{sheets}。</translation>
    </message>
    <message>
        <source>The sheet {sheet} was read; the workbook also has {others}.</source>
        <translation>已读取工作表 {sheet}；该工作簿还有 {others}。</translation>
    </message>
    <message>
        <source>The shift from {old} to {new} is not public; the deposits may lie a hundred metres off.</source>
        <translation>{old} 到 {new} 的转换参数未公开；矿床位置可能偏差上百米。</translation>
    </message>
    <message>
        <source>The strokes are darker than the background; the images were inverted.</source>
        <translation>笔画比背景暗；图像已反相。</translation>
    </message>
    <message>
        <source>The table has no pair of coordinates.</source>
        <translation>表中没有成对的坐标。</translation>
    </message>
    <message>
        <source>The table has no row {row}; its rows are counted from 1 to {rows}.</source>
        <translation>数据表没有第 {row} 行；行号从 1 到 {rows}。</translation>
    </message>
    <message>
        <source>The table has no rows; choose one with samples.</source>
        <translation>数据表没有任何行；请选择含有样品的表。</translation>
    </message>
    <message>
        <source>The table has one column, but “{sign}” stands equally often in each line; if it separates cells, choose it as the separator.</source>
        <translation>表格只有一列，但每一行中“{sign}”的个数都相同；如果它分隔单元格，请选择它作为分隔符。</translation>
    </message>
    <message>
        <source>The table {path} can be written as .parquet or .csv; choose one of these endings.</source>
        <translation>数据表 {path} 只能写成 .parquet 或 .csv；请选择其中一种扩展名。</translation>
    </message>
    <message>
        <source>The table {path} cannot be read: {reason}.</source>
        <translation>无法读取表 {path}：{reason}。</translation>
    </message>
    <message>
        <source>The table {path} has changed since the run, so which samples belong together is not known.</source>
        <translation>数据表 {path} 在运行之后已改变，无法得知哪些样品同属一组。</translation>
    </message>
    <message>
        <source>The table {path} has every column and no layers; leave out --layer, or write a .tif.</source>
        <translation>表格 {path} 含全部列，没有图层；请去掉 --layer，或写成 .tif。</translation>
    </message>
    <message>
        <source>The table {source} has a column “{column}” already; choose another name for the column of the deposits' classes.</source>
        <translation>数据表 {source} 已有“{column}”列；请给矿床类别列另起名称。</translation>
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
        <source>The table {source} has {count} columns or more, and {most} can be read; divide its lines, or choose another separator.</source>
        <translation>数据表 {source} 至少有 {count} 列，最多只能读取 {most} 列；请拆分各行，或选择另一个分隔符。</translation>
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
        <source>The table {table} has changed since the run; train again, or choose another layer.</source>
        <translation>数据表 {table} 在运行之后已改动；请重新训练，或选其他图层。</translation>
    </message>
    <message>
        <source>The table {table} has changed since the search began; begin a new one.</source>
        <translation>表格 {table} 在搜索开始后有改动；请重新开始一次搜索。</translation>
    </message>
    <message>
        <source>The table {table} has no numbers in a column {column}, which held a coordinate when the CNN was trained; it needs the cells around each sample.</source>
        <translation>表 {table} 的列 {column} 中没有数值，而训练 CNN 时该列是坐标；CNN 需要每个样品周围的单元。</translation>
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
        <source>The target “{column}” has {count} different values, too many to be classes; name another column with --target.</source>
        <translation>目标列“{column}”有 {count} 个不同的值，太多，不能作为类别；请用 --target 指定另一列。</translation>
    </message>
    <message>
        <source>The target “{column}” holds one class; learning needs at least two.</source>
        <translation>目标列“{column}”只有一个类别，至少要有两个才能学习。</translation>
    </message>
    <message>
        <source>The test file {path} has no column {columns}; it needs the target and all features under the names of the first table.</source>
        <translation>检验文件 {path} 没有列 {columns}；它须含有与第一个表同名的目标列和全部特征列。</translation>
    </message>
    <message>
        <source>The test file {path} is the table that is trained on, so it would judge nothing; choose another one.</source>
        <translation>检验文件 {path} 就是训练所用的表，无从评价；请另选一个。</translation>
    </message>
    <message>
        <source>The text encoding of {source} cannot be told: the byte {byte} at position {position}, line {line}, fits none of UTF-8, GB 18030 and Windows-1252; choose the encoding, or save the file as CSV in UTF-8 and load that.</source>
        <translation>无法判断 {source} 的文本编码：第 {line} 行、位置 {position} 处的字节 {byte} 不符合 UTF-8、GB 18030 和 Windows-1252 中的任何一种；请选择编码，或将文件另存为 UTF-8 编码的 CSV 后再打开。</translation>
    </message>
    <message>
        <source>The text is UTF-8, but for {count} bytes of another encoding, the first in line {line}; these were read as Windows-1252.</source>
        <translation>文本为 UTF-8 编码，但有 {count} 个其他编码的字节，第一个在第 {line} 行；这些字节已按 Windows-1252 读取。</translation>
    </message>
    <message>
        <source>The text is not UTF-8, and its few letters beyond ASCII do not tell its encoding surely; it was read as {encoding}, but may be {other}. Please check names and units, and choose the encoding.</source>
        <translation>文本不是 UTF-8，其中 ASCII 以外的字符太少，不能确定编码；已按 {encoding} 读取，也可能是 {other}。请核对列名和单位，并选择编码。</translation>
    </message>
    <message>
        <source>The text is not UTF-8; it was read as {encoding}.</source>
        <translation>文本不是 UTF-8 编码，已按 {encoding} 读取。</translation>
    </message>
    <message>
        <source>The text {path} has more than {limit} GB; divide it.</source>
        <translation>文本 {path} 超过 {limit} GB；请拆分。</translation>
    </message>
    <message>
        <source>The texts of the table are not written in {stated}, as its .cpg file says; they were read as {encoding}.</source>
        <translation>属性表的文字编码不是其 .cpg 文件所注明的 {stated}；已按 {encoding} 读取。</translation>
    </message>
    <message>
        <source>The threshold is mean + k standard deviations of what trimming leaves, or median + k·MAD.</source>
        <translation>异常下限为剔除后剩余值的平均值 + k 倍标准差，或中位数 + k·MAD。</translation>
    </message>
    <message>
        <source>The threshold {field} of the project {path} cannot be used: {reason}.</source>
        <translation>工程 {path} 中的异常下限 {field} 不能使用：{reason}。</translation>
    </message>
    <message>
        <source>The time limit was reached after {epoch} whole epochs; training loss {loss}.</source>
        <translation>训练 {epoch} 个整轮后达到时间上限；训练误差 {loss}。</translation>
    </message>
    <message>
        <source>The time limit was reached at epoch {epoch}: training loss {loss}, goal {goal}.</source>
        <translation>在第 {epoch} 轮到达时间上限：训练误差 {loss}，目标 {goal}。</translation>
    </message>
    <message>
        <source>The time limit was reached at epoch {epoch}: {met} of {members} networks met the goal {goal}; median training loss {loss}.</source>
        <translation>在第 {epoch} 轮到达时间上限：{members} 个网络中有 {met} 个达到目标 {goal}；训练误差中位数 {loss}。</translation>
    </message>
    <message>
        <source>The time limit was reached in try {tries}; try {kept} was kept, with training loss {loss}, goal {goal}.</source>
        <translation>在第 {tries} 次学习中到达时间上限；保留了第 {kept} 次学习的结果，训练误差 {loss}，目标 {goal}。</translation>
    </message>
    <message>
        <source>The time limit was reached when {judged} of {folds} folds had a network, so the samples of the others cannot be judged; begin a new run with more time or fewer folds.</source>
        <translation>达到时间上限时，{folds} 折中只有 {judged} 折训练出了网络，其余各折的样本无法评价；请用更长的时间或更少的折数重新开始。</translation>
    </message>
    <message>
        <source>The time limit was reached; {members} networks vote, with a median training loss of {loss}.</source>
        <translation>达到时间上限；{members} 个网络参加投票，训练误差的中位数为 {loss}。</translation>
    </message>
    <message>
        <source>The training part of fold {fold} cannot be divided again, so nothing can be chosen in it: take fewer folds, smaller blocks, or more samples.</source>
        <translation>第 {fold} 折的训练部分无法再分，因而不能在其中作选择：请减少折数、缩小区块或增加样品。</translation>
    </message>
    <message>
        <source>The trial was stopped; the search carries it out again.</source>
        <translation>试验已停止；搜索会重做这次试验。</translation>
    </message>
    <message>
        <source>The validation loss of {alike} of {members} networks stopped improving, at epoch {epoch} at the latest; their best weights were kept, with a median training loss of {loss}.</source>
        <translation>{members} 个网络中有 {alike} 个的验证误差不再下降，最迟在第 {epoch} 轮；各保留最佳权值，训练误差的中位数为 {loss}。</translation>
    </message>
    <message>
        <source>The validation loss of {alike} of {members} networks stopped improving, of the last one at epoch {epoch}; their best weights were kept. Median training loss {loss}.</source>
        <translation>{members} 个网络中 {alike} 个的验证误差不再下降，最后一个在第 {epoch} 轮；各自保留了最好的权值。训练误差中位数 {loss}。</translation>
    </message>
    <message>
        <source>The validation loss stopped improving at epoch {epoch}; the best weights were kept (training loss {loss}).</source>
        <translation>验证误差在第 {epoch} 轮后不再下降；保留了最好的权值（训练误差 {loss}）。</translation>
    </message>
    <message>
        <source>The validation loss stopped improving at epoch {epoch}; the weights of epoch {kept_epoch} were kept, with a training loss of {loss}.</source>
        <translation>验证误差到第 {epoch} 轮已不再下降；保留第 {kept_epoch} 轮的权值，训练误差 {loss}。</translation>
    </message>
    <message>
        <source>The validation loss stopped improving in the last of {tries} tries; the best weights of try {kept} were kept (training loss {loss}).</source>
        <translation>{tries} 次学习中最后一次的验证误差不再下降；保留了第 {kept} 次学习的最好权值（训练误差 {loss}）。</translation>
    </message>
    <message>
        <source>The validation part</source>
        <translation>验证样品</translation>
    </message>
    <message>
        <source>The validation part of the file joined the training part.</source>
        <translation>文件中的验证样本已并入训练样本。</translation>
    </message>
    <message>
        <source>The weights after epoch {again} are those after epoch {first}: they go round for ever. No line can part the two classes of {function}; a network with a hidden layer can.</source>
        <translation>第 {again} 轮后的权值与第 {first} 轮后的完全相同，此后将永远循环下去。没有一条直线能把 {function} 的两类样品分开；带隐层的网络可以。</translation>
    </message>
    <message>
        <source>The weights of this model take {size} GB, more than an ONNX file holds; take it away as a bundle (.anomodel).</source>
        <translation>该模型的权值有 {size} GB，超过一个 ONNX 文件的容量；请改存为模型包（.anomodel）。</translation>
    </message>
    <message>
        <source>The workbook {path} cannot be read ({reason}); open it in a spreadsheet and save it anew.</source>
        <translation>工作簿 {path} 无法读取（{reason}）；请用电子表格软件打开并重新保存。</translation>
    </message>
    <message>
        <source>The workbook {path} is protected by a password; save it without one and load that.</source>
        <translation>工作簿 {path} 设有密码；请取消密码另存后再打开。</translation>
    </message>
    <message>
        <source>The workbook {source} has no sheet “{sheet}”; its sheets are {sheets}.</source>
        <translation>工作簿 {source} 中没有工作表“{sheet}”；现有工作表：{sheets}。</translation>
    </message>
    <message>
        <source>The workbook {source} has no sheets.</source>
        <translation>工作簿 {source} 中没有工作表。</translation>
    </message>
    <message>
        <source>The {count} columns of {source} are no pixels of square images, with or without a label; 8×8 pixels need 64 columns, 28×28 need 784.</source>
        <translation>{source} 的 {count} 列不是正方形图像的像素（无论有无标签列）；8×8 像素需要 64 列，28×28 需要 784 列。</translation>
    </message>
    <message>
        <source>There are fewer than two places with a value, so there is nothing to draw between them; choose another column.</source>
        <translation>有值的位置不足两个，无法插值；请选其他列。</translation>
    </message>
    <message>
        <source>There are no example images {source}; there are {names}.</source>
        <translation>没有名为 {source} 的示例图像；现有 {names}。</translation>
    </message>
    <message>
        <source>There are no predictions in {path}; let the run end first.</source>
        <translation>{path} 中没有预测结果；请先等运行结束。</translation>
    </message>
    <message>
        <source>There are too few different values for a concentration–area plot with {pieces} pieces; choose fewer pieces or another method.</source>
        <translation>不同的值太少，含量–面积图分不成 {pieces} 段；请减少段数或改用其他方法。</translation>
    </message>
    <message>
        <source>There are {count} samples to project and {needed} are needed; choose all samples, or hold out more.</source>
        <translation>可投影的样本有 {count} 个，至少需要 {needed} 个；请选择全部样本，或留出更多样本。</translation>
    </message>
    <message>
        <source>There are {n} values; a threshold needs at least {fewest}.</source>
        <translation>只有 {n} 个值；异常下限至少需要 {fewest} 个。</translation>
    </message>
    <message>
        <source>There is no class {name}; the network knows {names}.</source>
        <translation>没有类别 {name}；网络认识的类别有 {names}。</translation>
    </message>
    <message>
        <source>There is no class “{name}”; the classes are {names}.</source>
        <translation>没有“{name}”这一类别；现有类别为 {names}。</translation>
    </message>
    <message>
        <source>There is no coordinate system “{text}”; write an EPSG number such as EPSG:4509, or choose one of the names that appear as you type.</source>
        <translation>没有坐标系“{text}”；请输入 EPSG 编号（如 EPSG:4509），或在输入时从列出的名称中选择。</translation>
    </message>
    <message>
        <source>There is no data set {name} to fetch; there is {names}.</source>
        <translation>没有可下载的数据集 {name}；现有 {names}。</translation>
    </message>
    <message>
        <source>There is no example “{name}”; the examples are {names}.</source>
        <translation>没有示例“{name}”；示例有：{names}。</translation>
    </message>
    <message>
        <source>There is no file of labels beside {name}.</source>
        <translation>{name} 旁边没有标签文件。</translation>
    </message>
    <message>
        <source>There is no file or folder {path}; check the name and the folder.</source>
        <translation>没有文件或文件夹 {path}；请检查名称和所在文件夹。</translation>
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
        <source>There is no layer “{layer}”; choose class, probability, agreement, entropy, set-size, unlike, missing, wrong, difference, p:CLASS, column:NAME, residual:NAME or distance:NAME,NAME.</source>
        <translation>没有图层“{layer}”；请选择 class、probability、agreement、entropy、set-size、unlike、missing、wrong、difference、p:CLASS、column:NAME、residual:NAME 或 distance:NAME,NAME。</translation>
    </message>
    <message>
        <source>There is no learning curve for images: train with fewer by the setting Samples, and compare the runs.</source>
        <translation>图像没有学习曲线：请用“样本数”设置以较少的图像训练，再比较各次运行。</translation>
    </message>
    <message>
        <source>There is no method {method}; choose one of {methods}.</source>
        <translation>没有名为 {method} 的方法；请从 {methods} 中选择。</translation>
    </message>
    <message>
        <source>There is no method “{method}”; choose one of {methods}.</source>
        <translation>没有“{method}”方法；请选 {methods} 之一。</translation>
    </message>
    <message>
        <source>There is no network called {name}, and it cannot be read as layers such as CONV-RELU-POOL-FC either; python main.py networks lists the networks.</source>
        <translation>没有名为 {name} 的网络，它也不能识别为 CONV-RELU-POOL-FC 这样的网络层写法；python main.py networks 可列出所有网络。</translation>
    </message>
    <message>
        <source>There is no network called {name}; did you mean {near}?</source>
        <translation>没有名为 {name} 的网络；是否指 {near}？</translation>
    </message>
    <message>
        <source>There is no network called {name}; there are {names}, and {custom} for layers of your own.</source>
        <translation>没有名为 {name} 的网络；可选 {names}，自定义层用 {custom}。</translation>
    </message>
    <message>
        <source>There is no other feature than {name} to fit it by; choose column:{name}.</source>
        <translation>除 {name} 外没有其他特征可供拟合；请选择 column:{name}。</translation>
    </message>
    <message>
        <source>There is no other positive feature to impute from, so regression on order statistics is taken: {columns}.</source>
        <translation>没有其他全为正值的特征可供插补，改用次序统计量回归：{columns}。</translation>
    </message>
    <message>
        <source>There is no project file {path}.</source>
        <translation>没有工程文件 {path}。</translation>
    </message>
    <message>
        <source>There is no recipe file {path}.</source>
        <translation>没有读取方案文件 {path}。</translation>
    </message>
    <message>
        <source>There is no run folder {path}; check its path, or list the runs of a folder with python main.py runs --folder FOLDER.</source>
        <translation>没有运行文件夹 {path}；请检查路径，或用 python main.py runs --folder FOLDER 列出某个文件夹中的运行。</translation>
    </message>
    <message>
        <source>There is no sample {row} in {source}; the rows run from 0 to {last}.</source>
        <translation>{source} 中没有样本 {row}；编号从 0 到 {last}。</translation>
    </message>
    <message>
        <source>There is no search in {path}.</source>
        <translation>{path} 中没有搜索。</translation>
    </message>
    <message>
        <source>There is no text encoding “{encoding}”, chosen for {source}; choose utf-8, gb18030, utf-16 or cp1252.</source>
        <translation>没有为 {source} 所选的文本编码“{encoding}”；请选择 utf-8、gb18030、utf-16 或 cp1252。</translation>
    </message>
    <message>
        <source>There is no trained model in {path}; the run has not ended yet.</source>
        <translation>{path} 中没有训练好的模型；该运行尚未结束。</translation>
    </message>
    <message>
        <source>There is no training image to prepare the pixels by; hold out fewer samples.</source>
        <translation>没有可用来拟合像素预处理的训练图像；请少留出一些样本。</translation>
    </message>
    <message>
        <source>There is no variogram model “{model}”; choose one of {models}.</source>
        <translation>没有“{model}”变差函数模型；请选 {models} 之一。</translation>
    </message>
    <message>
        <source>There is only one to leave out, so nothing is left to train on.</source>
        <translation>只有一个可留出，没有剩余样品可供训练。</translation>
    </message>
    <message>
        <source>These arrays of objects were not read, since they may hold programs: {names}.</source>
        <translation>以下对象数组可能含有程序，未读取：{names}。</translation>
    </message>
    <message>
        <source>These arrays were not read: {names}.</source>
        <translation>以下数组未读取：{names}。</translation>
    </message>
    <message>
        <source>These columns were not read: {names}.</source>
        <translation>以下列未读取：{names}。</translation>
    </message>
    <message>
        <source>They hold neither names nor samples.</source>
        <translation>这些行既不是列名也不是样品。</translation>
    </message>
    <message>
        <source>This job has no section {section}; its sections are {names}: write section.field=value, for example training.members=16.</source>
        <translation>该作业没有名为 {section} 的节，现有的节为 {names}；请写成 节.字段=值，例如 training.members=16。</translation>
    </message>
    <message>
        <source>This job is of BP networks, whose members and folds are trained at once in one process; start it without torchrun. The verb search spreads many trials over processes.</source>
        <translation>这个作业训练 BP 网络，其成员和各折在一个进程中同时训练；请不用 torchrun 启动。要把许多试验分给多个进程，请用 search 命令。</translation>
    </message>
    <message>
        <source>This machine has no graphics processor that torch can use; set the device to automatic or to the processor.</source>
        <translation>本机没有 torch 可用的图形处理器（GPU）；请把设备设为“自动”或“处理器”。</translation>
    </message>
    <message>
        <source>This network cannot be written as ONNX ({reason}); take it away as a bundle (.anomodel).</source>
        <translation>该网络无法写成 ONNX（{reason}）；请改存为模型包（.anomodel）。</translation>
    </message>
    <message>
        <source>This network has no convolution, so it has no filters to look at.</source>
        <translation>该网络没有卷积层，因此没有可查看的卷积核。</translation>
    </message>
    <message>
        <source>This network has no fully connected layer to look at.</source>
        <translation>该网络没有可查看的全连接层。</translation>
    </message>
    <message>
        <source>This run has no such rows; export all its predictions instead.</source>
        <translation>这次运行没有这样的行；请改为导出全部预测结果。</translation>
    </message>
    <message>
        <source>This share of the values lies at or below the threshold.</source>
        <translation>不超过异常下限的值所占的百分比。</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Three blocks of 12 layers, each adding 12 maps.</source>
        <translation>三个密集块，各 12 层，每层增加 12 个特征图。</translation>
    </message>
    <message>
        <source>Three blocks of 16 layers with bottlenecks and compression.</source>
        <translation>三个密集块，各 16 层，带瓶颈层和压缩。</translation>
    </message>
    <message>
        <source>Three stages of 16, 32 and 64 maps, shortcuts without weights.</source>
        <translation>三个阶段，各 16、32 和 64 个特征图；捷径连接不含权值。</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>异常下限</translation>
    </message>
    <message>
        <source>Threshold found.</source>
        <translation>异常下限已算出。</translation>
    </message>
    <message>
        <source>Tick two elements or more.</source>
        <translation>请勾选两个或更多元素。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>时间上限</translation>
    </message>
    <message>
        <source>Too few positive training values above the limit for an estimate, so half the limit is taken: {columns}.</source>
        <translation>训练样品中高于检出限的正值太少，无法估计，取半检出限：{columns}。</translation>
    </message>
    <message>
        <source>Train on so many samples of the training part, drawn evenly from the classes. 0: all.</source>
        <translation>只用训练集中这么多样本，各类均匀抽取。0：全部。</translation>
    </message>
    <message>
        <source>Trainable subsampling</source>
        <translation>可训练下采样</translation>
    </message>
    <message>
        <source>Trainer</source>
        <translation>训练算法</translation>
    </message>
    <message>
        <source>Trainers</source>
        <translation>训练算法</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练样品</translation>
    </message>
    <message>
        <source>Training ends after this time. 0: no limit.</source>
        <translation>训练到此时间后结束。0 表示不限时。</translation>
    </message>
    <message>
        <source>Training ends well when the training loss is below it.</source>
        <translation>训练误差低于此值时，训练成功结束。</translation>
    </message>
    <message>
        <source>Training ends when the goal was not met after this many epochs.</source>
        <translation>训练这么多轮仍未达到误差目标时结束。</translation>
    </message>
    <message>
        <source>Training was stopped, so there is no verdict; the same command goes on.</source>
        <translation>训练已停止，因此没有结论；用同一命令可继续。</translation>
    </message>
    <message>
        <source>Training with fewer samples</source>
        <translation>正在用更少样品训练</translation>
    </message>
    <message>
        <source>Transform</source>
        <translation>数据变换</translation>
    </message>
    <message>
        <source>Transforms</source>
        <translation>变换</translation>
    </message>
    <message>
        <source>Trial {number} has ended.</source>
        <translation>试验 {number} 已结束。</translation>
    </message>
    <message>
        <source>Trial {number}, {setting}: macro-F1 {score} by the samples that choose</source>
        <translation>试验 {number}，{setting}：用于选择的样品的宏平均 F1 为 {score}</translation>
    </message>
    <message>
        <source>Trial {number}, {setting}: {reason}</source>
        <translation>试验 {number}，{setting}：{reason}</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>试验次数</translation>
    </message>
    <message>
        <source>Trials at once, each on one core. 0: one for each core. They change no result.</source>
        <translation>同时进行的试验数，每次试验用一个核心。0：每个核心一个。不影响结果。</translation>
    </message>
    <message>
        <source>Trim</source>
        <translation>剔除</translation>
    </message>
    <message>
        <source>Trim at</source>
        <translation>剔除倍数</translation>
    </message>
    <message>
        <source>Trimming at {k} standard deviations leaves fewer than 3 of {n} values; choose a larger k.</source>
        <translation>按 {k} 倍标准差剔除后，{n} 个值剩下不足 3 个；请取较大的 k。</translation>
    </message>
    <message>
        <source>Tukey fences</source>
        <translation>Tukey 界限</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>均匀分布</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>Units of each hidden layer, drawn by their ratio.</source>
        <translation>每个隐含层的单元数，按比例抽取。</translation>
    </message>
    <message>
        <source>Units of each layer from the inputs to the outputs, for example 14-9-5-8: 14 features, two hidden layers of 9 and 5, 8 classes.</source>
        <translation>从输入到输出各层的神经元数，例如 14-9-5-8：14 个特征，两个隐层分别有 9 个和 5 个神经元，8 个类别。</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Unlike the training samples (1: the threshold)</source>
        <translation>与训练样品的不相似度（1 为阈值）</translation>
    </message>
    <message>
        <source>Up to this angle, either way.</source>
        <translation>向两侧，最多为这一角度。</translation>
    </message>
    <message>
        <source>Up to this share of the side, across and down.</source>
        <translation>横向和纵向，最多为边长的这一比例。</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>权值更新</translation>
    </message>
    <message>
        <source>Upper quartile + 1.5 box lengths (inner fence) or 3 box lengths (outer fence).</source>
        <translation>上四分位数 + 1.5 倍（内限）或 3 倍（外限）四分位距。</translation>
    </message>
    <message>
        <source>Validation part</source>
        <translation>验证比例</translation>
    </message>
    <message>
        <source>Values from {low} to {high} were brought to 0…255 as values of 0…1; what lies beyond was cut off.</source>
        <translation>{low} 至 {high} 的值按 0…1 变换到 0…255；超出部分已截去。</translation>
    </message>
    <message>
        <source>Values from {low} to {high} were brought to 0…255.</source>
        <translation>已将 {low} 至 {high} 的值变换到 0…255。</translation>
    </message>
    <message>
        <source>Values in {unit} cannot be converted to {wanted}; choose one of {units}.</source>
        <translation>单位 {unit} 的数值不能换算为 {wanted}；请选择 {units} 之一。</translation>
    </message>
    <message>
        <source>Values of 0 or below count as 0.65 of the smallest training value in the logratios: {columns}.</source>
        <translation>对数比变换中，小于或等于 0 的值取训练样品最小值的 0.65 倍：{columns}。</translation>
    </message>
    <message>
        <source>Values of one element stand in several units and were converted to the most frequent one ({units}).</source>
        <translation>同一元素的数值使用了几种单位，已换算为最常用的单位（{units}）。</translation>
    </message>
    <message>
        <source>Variogram: {model}, nugget {nugget}, sill without it {sill}, length {length}.</source>
        <translation>变差函数：{model} 模型，块金值 {nugget}，偏基台值 {sill}，变程参数 {length}。</translation>
    </message>
    <message>
        <source>Weight averaging</source>
        <translation>权值平均</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权值衰减</translation>
    </message>
    <message>
        <source>Weights of {layer}: {units} units, {inputs} inputs, drawn as means of blocks in {rows} rows and {columns} columns.</source>
        <translation>{layer} 的权值：{units} 个神经元，{inputs} 个输入；按块取平均，绘为 {rows} 行 {columns} 列。</translation>
    </message>
    <message>
        <source>Weights of {layer}: {units} units, {inputs} inputs.</source>
        <translation>{layer} 的权值：{units} 个神经元，{inputs} 个输入。</translation>
    </message>
    <message>
        <source>What is done to every feature before it is scaled. Log10 is taken of those whose training values are all positive: concentrations are usually closer to normal after it. The logratios see the concentrations as parts of a whole; the isometric one has an input less than features.</source>
        <translation>变换到同一尺度之前对每个特征所做的变换。训练样品取值全部为正的特征取 log10，元素含量取对数后一般更接近正态。对数比变换把各元素含量看作整体的组成部分；等距对数比的输入比特征少一个。</translation>
    </message>
    <message>
        <source>What is made small. Cross-entropy goes with logistic or softmax outputs.</source>
        <translation>训练所要减小的量。交叉熵需配合逻辑或 softmax 输出。</translation>
    </message>
    <message>
        <source>What is made small: cross-entropy of the softmax, or half the squared error of one-hot outputs summed over the classes.</source>
        <translation>要减小的量：softmax 的交叉熵，或 独热输出按类别求和的平方误差之半。</translation>
    </message>
    <message>
        <source>What is not known</source>
        <translation>未知的部分</translation>
    </message>
    <message>
        <source>What is taken for a value below its detection limit. Regression on order statistics and imputation are fitted on the training part only.</source>
        <translation>低于检出限的值按什么取值。次序统计量回归和插补只用训练样品拟合。</translation>
    </message>
    <message>
        <source>What speaks for {name} and against it.</source>
        <translation>支持与反对类别 {name} 的像素。</translation>
    </message>
    <message>
        <source>What stands for a value that is only known to lie below its limit.</source>
        <translation>只知低于检出限的值按什么计。</translation>
    </message>
    <message>
        <source>What the learning rate is multiplied by at each step.</source>
        <translation>每一步学习率乘以的系数。</translation>
    </message>
    <message>
        <source>When no network met the error goal, start afresh from new weights, up to this many times. Every try is kept.</source>
        <translation>没有网络达到误差目标时，从新的权值重新开始，最多重复这么多次。每次学习的结果都保留。</translation>
    </message>
    <message>
        <source>Which break between two pieces is the threshold, counted from the low values.</source>
        <translation>以第几个分界点为异常下限，从低值数起。</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Windows of a map can be flipped and turned by quarters; other augmentation is for pictures, so leave it at 0.</source>
        <translation>平面图的窗口只能翻转和作直角旋转；其他数据增强用于图像，请保持为 0。</translation>
    </message>
    <message>
        <source>With {samples} held-out samples up to {share} % of the cells may be marked unknown although they are like the training samples; {needed} would keep it at {most} %.</source>
        <translation>留出样品仅 {samples} 个，与训练样品相似的单元中可能有多达 {share} % 被标为“未知”；有 {needed} 个留出样品即可控制在 {most} % 以内。</translation>
    </message>
    <message>
        <source>Work with log10 of the values; the threshold is given in their own unit.</source>
        <translation>用 log10 值计算；异常下限以元素原来的单位给出。</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>写出</translation>
    </message>
    <message>
        <source>Writing the bundle</source>
        <translation>正在写模型包</translation>
    </message>
    <message>
        <source>Writing the network as ONNX</source>
        <translation>正在把网络写成 ONNX</translation>
    </message>
    <message>
        <source>Writing the table</source>
        <translation>正在写出数据表</translation>
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
        <source>Y begins with zone {zone} of Gauss-Krüger; the datum is not named: choose one of {systems}.</source>
        <translation>Y 坐标以高斯－克吕格带号 {zone} 开头，但没有写明大地基准：请选择 {systems} 之一。</translation>
    </message>
    <message>
        <source>You said that these are no codes: {codes}.</source>
        <translation>您指定它们不是缺失代码：{codes}。</translation>
    </message>
    <message>
        <source>ZCA whitening</source>
        <translation>ZCA 白化</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>零</translation>
    </message>
    <message>
        <source>bf16</source>
        <translation>bf16</translation>
    </message>
    <message>
        <source>bf16 computes products in half the bits. Automatic does so where the machine has instructions for it and a few measured steps are faster.</source>
        <translation>bf16 用一半的位数计算乘积。自动：机器有相应指令、且实测几步更快时采用。</translation>
    </message>
    <message>
        <source>cells</source>
        <translation>单元</translation>
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
        <source>k</source>
        <translation>k</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
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
        <source>sd</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>times</source>
        <translation>次</translation>
    </message>
    <message>
        <source>trials</source>
        <translation>次</translation>
    </message>
    <message>
        <source>{changed} of {rows} rows ({share}) have another class in {second} than in {first}.</source>
        <translation>{rows} 行中有 {changed} 行（{share}）在 {second} 中的类别与 {first} 不同。</translation>
    </message>
    <message>
        <source>{column} differs between the rows of one sample and was left out.</source>
        <translation>{column} 在同一样品的各行中不一致，已略去。</translation>
    </message>
    <message>
        <source>{column} has cells above the range of the method ({count}, the first “{text}” in row {row}); the limit itself is taken.</source>
        <translation>{column} 有 {count} 个单元格超出测定上限（第一个是第 {row} 行的“{text}”），取上限值。</translation>
    </message>
    <message>
        <source>{column} has cells below a limit that {limits} states: {count}; it was taken row by row.</source>
        <translation>{column} 有 {count} 个单元格低于检出限，检出限由 {limits} 列给出，已逐行取用。</translation>
    </message>
    <message>
        <source>{column} has cells beyond a limit that is stated nowhere ({count}); they count as missing.</source>
        <translation>{column} 有超出检出限而未写明限值的单元格（{count} 个），按缺失处理。</translation>
    </message>
    <message>
        <source>{column} has cells in another unit than {unit} ({count}, the first “{text}” in row {row}); they were converted.</source>
        <translation>{column} 有 {count} 个单元格的单位不是 {unit}（第一个是第 {row} 行的“{text}”），已换算。</translation>
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
        <source>{column} has numbers with another decimal sign than the rest of the file ({count}); please check them.</source>
        <translation>{column} 有数值的小数符号与文件其余部分不同（{count} 个），请核对。</translation>
    </message>
    <message>
        <source>{column} has values with an uncertainty, such as 5±1 ({count}); the value is taken.</source>
        <translation>{column} 有带不确定度的值，如 5±1（{count} 个）；取其数值。</translation>
    </message>
    <message>
        <source>{column} holds nothing but signs such as &lt;, but it cannot be told to which column of numbers they belong; all numbers count as detected. Call it like that column with _q behind it.</source>
        <translation>{column} 只有 &lt; 等符号，但无法判断属于哪一列数字；所有数字均按检出值处理。请将其改名为相应列的列名加 _q。</translation>
    </message>
    <message>
        <source>{column} is called like an amount, but most of its cells are no numbers; it was read as text.</source>
        <translation>{column} 的列名像是含量，但大多数单元格不是数字；已读为文本。</translation>
    </message>
    <message>
        <source>{column} names {count} coordinate systems or zones ({names}): the rows are in different systems. Split the file, or bring them into one.</source>
        <translation>{column} 列有 {count} 种坐标系或带号（{names}）：各行坐标不在同一坐标系。请拆分文件，或统一坐标系。</translation>
    </message>
    <message>
        <source>{column}: the name states {named}, the line of units {unit}; the line was taken. Please choose.</source>
        <translation>{column}：列名中的单位是 {named}，单位行中是 {unit}；已按单位行处理，请选择。</translation>
    </message>
    <message>
        <source>{column}: {unit} stands in {count} of {numbers} cells, and was taken for all of them. Please check.</source>
        <translation>{column}：{numbers} 个单元格中有 {count} 个写有单位 {unit}，已用于全部单元格，请核对。</translation>
    </message>
    <message>
        <source>{count} cells came out beyond {low}–{high}, which is not possible, and were set to the nearer end.</source>
        <translation>{count} 个单元的计算值超出可能的范围 {low}–{high}，已取为较近的端值。</translation>
    </message>
    <message>
        <source>{count} classes are more than a GeoTIFF can number; take the results away as a table.</source>
        <translation>{count} 个类别超出 GeoTIFF 能编号的数目；请导出为表格。</translation>
    </message>
    <message>
        <source>{count} classes have fewer samples than there are folds ({folds}), the smallest {least}; some folds hold none of them. Take fewer folds, or merge small classes.</source>
        <translation>有 {count} 个类别的样品少于折数（{folds}），最少的只有 {least} 个；有些折中没有这些类别。请减少折数，或合并小类别。</translation>
    </message>
    <message>
        <source>{count} filters of {layer}.</source>
        <translation>{layer} 的 {count} 个卷积核。</translation>
    </message>
    <message>
        <source>{count} images of {size} pixels, {test} of them for testing, {unlabelled} without a label.</source>
        <translation>{count} 幅 {size} 像素的图像，其中测试集 {test} 幅，无标签 {unlabelled} 幅。</translation>
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
        <source>{count} nearest of {searched} training samples.</source>
        <translation>{searched} 个训练样本中最相近的 {count} 个。</translation>
    </message>
    <message>
        <source>{count} negative amounts of {sizes} different sizes; they look measured, not like limits. Please check.</source>
        <translation>有 {count} 个负的含量值，共 {sizes} 种大小；看来是实测值而不是检出限，请核对。</translation>
    </message>
    <message>
        <source>{count} of its cells are no numbers.</source>
        <translation>有 {count} 个单元格不是数值。</translation>
    </message>
    <message>
        <source>{count} of the first cells are written like 1,5.</source>
        <translation>前部有 {count} 个单元格写作 1,5 的形式。</translation>
    </message>
    <message>
        <source>{count} of the first cells are written like 1.5.</source>
        <translation>前部有 {count} 个单元格写作 1.5 的形式。</translation>
    </message>
    <message>
        <source>{count} places have several samples; their mean was taken.</source>
        <translation>{count} 个位置有多个样品，取其平均值。</translation>
    </message>
    <message>
        <source>{count} runs were compared. Settings that differ: {settings}.</source>
        <translation>已对比 {count} 次运行。不同的设置：{settings} 项。</translation>
    </message>
    <message>
        <source>{count} runs were given; give {fewest} to {most} to compare them.</source>
        <translation>给出了 {count} 次运行；对比需要 {fewest} 至 {most} 次。</translation>
    </message>
    <message>
        <source>{count} samples are too few for {classes} classes; set Samples to {classes} or more, or to 0 for all.</source>
        <translation>{count} 个样本不足以覆盖 {classes} 个类别；请将“样本数”设为 {classes} 或更多，或设为 0 表示全部。</translation>
    </message>
    <message>
        <source>{count} samples have no coordinates and lie on no cell.</source>
        <translation>{count} 个样品没有坐标，不在任何单元上。</translation>
    </message>
    <message>
        <source>{count} samples have no coordinates; their rows have no point.</source>
        <translation>{count} 个样品没有坐标，其记录没有点位。</translation>
    </message>
    <message>
        <source>{count} samples in a plane.</source>
        <translation>{count} 个样本的平面投影。</translation>
    </message>
    <message>
        <source>{count} samples share a cell with another one; the cell shows the last of them.</source>
        <translation>{count} 个样品与其他样品同在一个单元；该单元显示最后一个。</translation>
    </message>
    <message>
        <source>{count} samples shown in {path}.</source>
        <translation>{count} 个样本的预览已写入 {path}。</translation>
    </message>
    <message>
        <source>{count} samples without a place or a class were left out.</source>
        <translation>{count} 个没有坐标或类别的样品未参与。</translation>
    </message>
    <message>
        <source>{count} samples without a place or a value above 0, which the logarithm needs, were left out.</source>
        <translation>{count} 个样品没有位置或没有取对数所需的正值，未参加插值。</translation>
    </message>
    <message>
        <source>{count} samples without a place or a value were left out.</source>
        <translation>{count} 个样品没有位置或没有值，未参加插值。</translation>
    </message>
    <message>
        <source>{count} texts are longer than the 254 bytes of a Shapefile and were cut; a GeoPackage holds them whole.</source>
        <translation>{count} 处文本超过 Shapefile 的 254 字节，已截断；GeoPackage 可完整保存。</translation>
    </message>
    <message>
        <source>{count} texts are longer than the {most} letters of a spreadsheet's cell and were cut; a CSV holds them whole.</source>
        <translation>{count} 处文本超过电子表格单元格的 {most} 个字符，已截断；CSV 可完整保存。</translation>
    </message>
    <message>
        <source>{count} texts hold control characters, which a spreadsheet cannot; they became U+FFFD.</source>
        <translation>{count} 处文本含电子表格不能存放的控制字符，已换成替换符 U+FFFD。</translation>
    </message>
    <message>
        <source>{count} values of {name} below the limit were estimated by regression on order statistics.</source>
        <translation>{name} 有 {count} 个低于检出限的值由次序统计量回归估计。</translation>
    </message>
    <message>
        <source>{count} values of {name} below the limit were estimated from other elements.</source>
        <translation>{name} 有 {count} 个低于检出限的值由其他元素插补。</translation>
    </message>
    <message>
        <source>{count} values of {name} below the limit were taken as half of it.</source>
        <translation>{name} 有 {count} 个低于检出限的值取为半检出限。</translation>
    </message>
    <message>
        <source>{count} values of {name} below the limit were taken as limit/√2.</source>
        <translation>{name} 有 {count} 个低于检出限的值取为检出限/√2。</translation>
    </message>
    <message>
        <source>{count} values of {name} below the limit were taken as the limit.</source>
        <translation>{name} 有 {count} 个低于检出限的值取为检出限。</translation>
    </message>
    <message>
        <source>{element} names elements that come again for each {sample}: a row is one value.</source>
        <translation>{element} 列的元素名称随每个 {sample} 重复出现：每行是一个值。</translation>
    </message>
    <message>
        <source>{features} features become {inputs} inputs.</source>
        <translation>{features} 个特征变为 {inputs} 个输入。</translation>
    </message>
    <message>
        <source>{feature} has values above the range of its method ({count}); the limit of the range is taken.</source>
        <translation>{feature} 有超出分析方法测定上限的值（{count} 个），取测定上限。</translation>
    </message>
    <message>
        <source>{feature} has values below its detection limit ({count}).</source>
        <translation>{feature} 有低于检出限的值（{count} 个）。</translation>
    </message>
    <message>
        <source>{fixed} weights besides are fixed and not counted.</source>
        <translation>另有 {fixed} 个固定权值，不计入参数。</translation>
    </message>
    <message>
        <source>{layer} needs maps, but after a fully connected layer or global pooling there are only {units} single values; put it before.</source>
        <translation>{layer} 需要特征图，而全连接层或全局池化之后只有 {units} 个单值；请把它移到前面。</translation>
    </message>
    <message>
        <source>{layer} stands in the middle; a softmax can only be the last layer.</source>
        <translation>{layer} 位于中间；Softmax 只能是最后一层。</translation>
    </message>
    <message>
        <source>{layer}: a kernel of {kernel} × {kernel} does not fit into {side} pixels with a padding of {padding}; take a smaller kernel, more padding or fewer pools before it.</source>
        <translation>{layer}：{kernel} × {kernel} 的核放不进 {side} 个像素（填充 {padding}）；请减小核、增大填充，或减少前面的池化层。</translation>
    </message>
    <message>
        <source>{layer}: a padding of {padding} is more than half the kernel of {kernel}; take less padding.</source>
        <translation>{layer}：填充 {padding} 超过核 {kernel} 的一半；请减小填充。</translation>
    </message>
    <message>
        <source>{layer}: left out, since only {height} × {width} pixels come to it.</source>
        <translation>{layer}：已省去，因为传到此层的只有 {height} × {width} 个像素。</translation>
    </message>
    <message>
        <source>{layer}: left out, since the size does not divide or is used up.</source>
        <translation>{layer}：已省去，因为尺寸不能整除或已用尽。</translation>
    </message>
    <message>
        <source>{layer}: only pools can round up; take floor, or more padding.</source>
        <translation>{layer}：只有池化层可以向上取整；请用 floor，或增大填充。</translation>
    </message>
    <message>
        <source>{layer}: padded by {padding}, so that the size is kept.</source>
        <translation>{layer}：填充 {padding}，使尺寸不变。</translation>
    </message>
    <message>
        <source>{layer}: the size does not divide, (N − F + 2P) / S + 1 = ({side} − {kernel} + 2·{padding}) / {stride} + 1 = {result} is not a whole number; change kernel, padding or stride, or add {rounding}.</source>
        <translation>{layer}：尺寸不能整除，(N − F + 2P) / S + 1 = ({side} − {kernel} + 2·{padding}) / {stride} + 1 = {result}，不是整数；请修改卷积核、填充或步长，或加上 {rounding}。</translation>
    </message>
    <message>
        <source>{layer}: {kernel} × {kernel} with stride 1 instead of the published stem, as is usual for small images.</source>
        <translation>{layer}：以 {kernel} × {kernel}、步长 1 代替原文的首段，小图像通常如此。</translation>
    </message>
    <message>
        <source>{layer}: {maps} maps and {filters} filters do not divide into {groups} groups; take a number that divides both.</source>
        <translation>{layer}：{maps} 个特征图和 {filters} 个卷积核不能分成 {groups} 组；请取能同时整除二者的组数。</translation>
    </message>
    <message>
        <source>{marked} of {rows} rows are unlike the training samples and marked as unknown.</source>
        <translation>{rows} 行中有 {marked} 行与训练样品不相似，标为未知。</translation>
    </message>
    <message>
        <source>{matched} of {deposits} deposits label {samples} samples; background samples: {background}.</source>
        <translation>{deposits} 个矿床中有 {matched} 个标注了 {samples} 个样品；背景样品：{background} 个。</translation>
    </message>
    <message>
        <source>{members} networks were trained for up to {epoch} epochs each; their median training loss is {loss}.</source>
        <translation>{members} 个网络各训练至多 {epoch} 轮；训练误差的中位数为 {loss}。</translation>
    </message>
    <message>
        <source>{method} learned from {learned} of {offered} images, the same share of each class, so that it takes no minutes; all of them would make it better.</source>
        <translation>“{method}”学习了 {offered} 幅图像中的 {learned} 幅，各类别按同样的比例抽取，以免耗时数分钟；用全部图像会更好。</translation>
    </message>
    <message>
        <source>{met} of {members} networks met the error goal of {goal} in try {kept}, the last one at epoch {epoch}; median training loss {loss}.</source>
        <translation>第 {kept} 次学习中 {members} 个网络有 {met} 个达到误差目标 {goal}，最后一个在第 {epoch} 轮；训练误差中位数 {loss}。</translation>
    </message>
    <message>
        <source>{met} of {members} networks met the error goal of {goal}, the last one at epoch {epoch}; median training loss {loss}.</source>
        <translation>{members} 个网络中有 {met} 个达到误差目标 {goal}，最后一个在第 {epoch} 轮；训练误差中位数 {loss}。</translation>
    </message>
    <message>
        <source>{name} beside it was taken as the test part.</source>
        <translation>旁边的 {name} 作为测试集。</translation>
    </message>
    <message>
        <source>{name} could not be fetched ({reasons}); check the connection and try again, or copy the four IDX files of MNIST from another computer and open train-images-idx3-ubyte.gz.</source>
        <translation>无法下载 {name}（{reasons}）；请检查网络后重试，或从其他计算机复制 MNIST 的四个 IDX 文件，再打开 train-images-idx3-ubyte.gz。</translation>
    </message>
    <message>
        <source>{name} holds more bytes than its header tells of; they were left out.</source>
        <translation>{name} 的字节比文件头标明的多；多出的部分未读取。</translation>
    </message>
    <message>
        <source>{name} is an example that was not run here; run it first with python main.py run {name} --out runs/{name}, then give the folder runs/{name}.</source>
        <translation>{name} 是示例的名称，此处还没有运行过；请先执行 python main.py run {name} --out runs/{name}，再给出文件夹 runs/{name}。</translation>
    </message>
    <message>
        <source>{name} names no coordinate system; its coordinates are taken as {crs}.</source>
        <translation>{name} 未注明坐标系；其坐标按 {crs} 处理。</translation>
    </message>
    <message>
        <source>{name} was read as one image; if it is a sheet, say how many rows and columns it has.</source>
        <translation>{name} 作为一幅图像读取；如果是图版，请指明行数和列数。</translation>
    </message>
    <message>
        <source>{name}, probability {probability}.</source>
        <translation>{name}，概率 {probability}。</translation>
    </message>
    <message>
        <source>{name}: residual of a linear fit, in standard deviations</source>
        <translation>{name}：线性拟合的残差（标准差）</translation>
    </message>
    <message>
        <source>{network} in its original form takes images of {needed} and {needed_classes} classes; these are {shape} with {classes} classes. Choose the form fitted to the data.</source>
        <translation>{network} 的原始形式要求图像为 {needed}、{needed_classes} 类；当前为 {shape}、{classes} 类。请选用适配数据的形式。</translation>
    </message>
    <message>
        <source>{outcome} {correct} of {samples} held-out images right: {accuracy} % (95 % interval {low} to {high} %).</source>
        <translation>{outcome}{samples} 幅留出图像中正确 {correct} 幅，准确率 {accuracy} %（95 % 置信区间 {low} 至 {high} %）。</translation>
    </message>
    <message>
        <source>{outcome} {correct} of {samples} test images right: {accuracy} % (95 % interval {low} to {high} %).</source>
        <translation>{outcome}{samples} 幅测试图像中正确 {correct} 幅，准确率 {accuracy} %（95 % 置信区间 {low} 至 {high} %）。</translation>
    </message>
    <message>
        <source>{outcome} {correct} of {samples} training images right: {accuracy} % (95 % interval {low} to {high} %); none were kept to judge by.</source>
        <translation>{outcome}{samples} 幅训练图像中正确 {correct} 幅，准确率 {accuracy} %（95 % 置信区间 {low} 至 {high} %）；没有留出用于评价的图像。</translation>
    </message>
    <message>
        <source>{outcome} {parts}. All rows: {classes}.</source>
        <translation>{outcome}{parts}。全部样品：{classes}。</translation>
    </message>
    <message>
        <source>{path} has {width}×{height} pixels, too few for {columns} columns and {rows} rows of digits; say fewer.</source>
        <translation>{path} 只有 {width}×{height} 像素，不足以分成 {columns} 列 {rows} 行数字；请减少行列数。</translation>
    </message>
    <message>
        <source>{path} holds images, not a job; propose one with python main.py job {typed} --out job.toml, then give job.toml.</source>
        <translation>{path} 是图像，不是作业；请先用 python main.py job {typed} --out job.toml 生成建议的作业，再给出 job.toml。</translation>
    </message>
    <message>
        <source>{path} holds neither lines nor polygons; points are opened as a table.</source>
        <translation>{path} 中既没有线也没有面；点文件请作为数据表打开。</translation>
    </message>
    <message>
        <source>{path} is a file; a report needs the whole folder of a run.</source>
        <translation>{path} 是一个文件；生成报告需要整个运行文件夹。</translation>
    </message>
    <message>
        <source>{path} is a folder in which there are no images; give a job file, or make one of a table or of images with python main.py job.</source>
        <translation>文件夹 {path} 中没有图像；请给出作业文件，或用 python main.py job 由数据表或图像生成作业文件。</translation>
    </message>
    <message>
        <source>{path} is a folder; add the name of a file to write in it.</source>
        <translation>{path} 是文件夹；请加上要写入的文件名。</translation>
    </message>
    <message>
        <source>{path} is a folder; choose a table file inside it.</source>
        <translation>{path} 是文件夹；请选择其中的数据表文件。</translation>
    </message>
    <message>
        <source>{path} is a table, not a job; propose one with python main.py job {typed} --target COLUMN --out job.toml, then give job.toml.</source>
        <translation>{path} 是数据表，不是作业；请先用 python main.py job {typed} --target 列名 --out job.toml 生成建议的作业，再给出 job.toml。</translation>
    </message>
    <message>
        <source>{path} is not the folder of a run.</source>
        <translation>{path} 不是运行文件夹。</translation>
    </message>
    <message>
        <source>{path} is not the folder of a run; give the folder that the verb run wrote with --out.</source>
        <translation>{path} 不是运行文件夹；请给出命令 run 用 --out 写入的文件夹。</translation>
    </message>
    <message>
        <source>{path} is the folder of a run; choose another one for the model.</source>
        <translation>{path} 是一次运行的文件夹；请为模型另选文件夹。</translation>
    </message>
    <message>
        <source>{path} is the folder of a run; give its job file {job} instead.</source>
        <translation>{path} 是运行文件夹；请改为给出其中的作业文件 {job}。</translation>
    </message>
    <message>
        <source>{path} is the folder of another run, whose explanation would be replaced; choose another folder.</source>
        <translation>{path} 是另一次运行的文件夹，其中的解释会被覆盖；请另选文件夹。</translation>
    </message>
    <message>
        <source>{path} is the folder of another run, whose verdict would be replaced; choose another folder.</source>
        <translation>{path} 是另一次运行的文件夹，其结论会被替换；请另选文件夹。</translation>
    </message>
    <message>
        <source>{processes} processes were started on a machine with {devices} graphics processors, and each needs one of its own; start it with --nproc-per-node {devices}.</source>
        <translation>在一台有 {devices} 个图形处理器的计算机上启动了 {processes} 个进程，而每个进程都要有自己的图形处理器；请用 --nproc-per-node {devices} 启动。</translation>
    </message>
    <message>
        <source>{reason}; python main.py {help} lists what can be written.</source>
        <translation>{reason}；python main.py {help} 列出可用的写法。</translation>
    </message>
    <message>
        <source>{rows} images classified into {path}: {classes}.</source>
        <translation>{rows} 幅图像已分类，写入 {path}：{classes}。</translation>
    </message>
    <message>
        <source>{rows} images classified into {path}: {classes}. Of {samples} with a class, {correct} are right: {accuracy} (95 % interval {low} to {high}).</source>
        <translation>{rows} 幅图像已分类，写入 {path}：{classes}。其中 {samples} 幅已知类别，{correct} 幅分类正确：{accuracy}（95 % 置信区间 {low} 至 {high}）。</translation>
    </message>
    <message>
        <source>{rows} images written to {path}.</source>
        <translation>已将 {rows} 幅图像的结果写入 {path}。</translation>
    </message>
    <message>
        <source>{rows} rows and {columns} columns written to {path}; {unread} cells could not be read.</source>
        <translation>已将 {rows} 行 {columns} 列写入 {path}；{unread} 个单元格无法读取。</translation>
    </message>
    <message>
        <source>{rows} rows are more than the {most} of a spreadsheet; write a .csv or .parquet.</source>
        <translation>{rows} 行超过电子表格的上限 {most} 行；请改写为 .csv 或 .parquet。</translation>
    </message>
    <message>
        <source>{rows} rows classified into {path}.</source>
        <translation>已对 {rows} 行分类，结果存入 {path}。</translation>
    </message>
    <message>
        <source>{rows} rows of {columns} columns are more than the 2 GB of a Shapefile; write {path} instead.</source>
        <translation>{rows} 行 {columns} 列超出 Shapefile 的 2 GB 上限；请改写为 {path}。</translation>
    </message>
    <message>
        <source>{rows} rows of {columns} columns are more than the {most} rows and {most_columns} columns of a spreadsheet; take them away as .csv or .parquet.</source>
        <translation>{rows} 行 {columns} 列超出了电子表格的 {most} 行 {most_columns} 列；请导出为 .csv 或 .parquet。</translation>
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
        <source>{rows} × {columns} cells of {cell} written to {path}, {gaps} of them without a sample near.</source>
        <translation>已将 {rows} × {columns} 个边长 {cell} 的单元写入 {path}，其中 {gaps} 个附近没有样品。</translation>
    </message>
    <message>
        <source>{samples} samples have a positive value in all {parts} elements; a robust distance needs {needed} or more. Leave out elements with many gaps.</source>
        <translation>{parts} 个元素都有正值的样品有 {samples} 个；稳健距离至少需要 {needed} 个。请去掉缺失较多的元素。</translation>
    </message>
    <message>
        <source>{samples} samples have no coordinates; the network sees them alone, without cells around them.</source>
        <translation>{samples} 个样品没有坐标；网络只看到样品本身，看不到周围的单元。</translation>
    </message>
    <message>
        <source>{source} holds images, for which {options} means nothing; leave it out, or change a setting of the job with --set.</source>
        <translation>{source} 是图像，选项 {options} 对图像没有意义；请去掉该选项，或用 --set 更改作业的设置。</translation>
    </message>
    <message>
        <source>{source} holds no image; choose another file.</source>
        <translation>{source} 中没有图像；请选择其他文件。</translation>
    </message>
    <message>
        <source>{source} says that its images have {height}×{width} pixels, but sides from {least} to {most} are possible; check that it is a file of images.</source>
        <translation>{source} 标明图像为 {height}×{width} 像素，而边长只能为 {least} 至 {most}；请检查它是否为图像文件。</translation>
    </message>
    <message>
        <source>{source} would need {needed} GB of memory, more than the {limit} GB that images may take; divide it, or make its images smaller.</source>
        <translation>{source} 需要 {needed} GB 内存，超过图像可用的 {limit} GB；请拆分文件，或缩小图像。</translation>
    </message>
    <message>
        <source>{substance} cannot be converted to {wanted}: they hold different elements.</source>
        <translation>{substance} 不能换算为 {wanted}：两者所含元素不同。</translation>
    </message>
    <message>
        <source>{table} lacks the columns {columns}, which the model needs; rename the columns or use another table.</source>
        <translation>{table} 缺少模型所需的列 {columns}；请改列名或换一张数据表。</translation>
    </message>
    <message>
        <source>{text}

A value below its limit counts as {rule}; MAD has the factor 1.4826.</source>
        <translation>{text}

低于检出限的值按 {rule} 计；绝对中位差已乘以 1.4826。</translation>
    </message>
    <message>
        <source>{text} is no function; write one of {names}, or targets such as 0001.</source>
        <translation>{text} 不是可用的函数；请写 {names} 之一，或写期望输出，如 0001。</translation>
    </message>
    <message>
        <source>{text} is no size of images; write channels, height and width, up to {largest} each, such as 1x28x28.</source>
        <translation>{text} 不是图像尺寸；请依次写通道数、高和宽，每项不超过 {largest}，例如 1x28x28。</translation>
    </message>
    <message>
        <source>{text} names it.</source>
        <translation>由列名 {text} 得知。</translation>
    </message>
    <message>
        <source>{wanted} copies are more than a preview holds ({most}); ask for fewer.</source>
        <translation>{wanted} 个副本超过预览的上限（{most}）；请减少数量。</translation>
    </message>
    <message>
        <source>°</source>
        <translation>°</translation>
    </message>
    <message>
        <source>½ of the limit</source>
        <translation>半检出限</translation>
    </message>
    <message>
        <source>λ in ½λ·Σw², added to the error; keeps weights small. With AdamW the weight decay.</source>
        <translation>误差中加入 ½λ·Σw²，使权值保持较小。用于 AdamW 时为权值衰减。</translation>
    </message>
    <message>
        <source>λ in ½λ·Σw²; keeps weights small. Biases and normalisation are left out. With AdamW it is apart from the gradient.</source>
        <translation>½λ·Σw² 中的 λ，使权值保持较小。偏置和归一化参数除外。AdamW 中它与梯度分开。</translation>
    </message>
    <message>
        <source>λ in λ·Σ|w|, added to the error; drives weights to zero. Biases are left out.</source>
        <translation>误差中加入 λ·Σ|w|，使部分权值趋于零。不含偏置。</translation>
    </message>
    <message>
        <source>λ, drawn by its ratio.</source>
        <translation>λ，按比例抽取。</translation>
    </message>
    <message>
        <source>“{crs}” is no coordinate system that is known here, so the file has none; write a number of the EPSG register, such as EPSG:4509.</source>
        <translation>“{crs}”不是已知的坐标系，文件中未写坐标系；请写 EPSG 编号，如 EPSG:4509。</translation>
    </message>
    <message>
        <source>“{first}” has no verdict yet, so there is nothing to compare it by.</source>
        <translation>“{first}”尚无结论，无从对比。</translation>
    </message>
    <message>
        <source>“{name}” cannot be the name of a class here, since a folder gets that name; use letters and digits.</source>
        <translation>“{name}”不能作为类别名称，因为要用它命名文件夹；请使用字母和数字。</translation>
    </message>
    <message>
        <source>“{rows}” is no list of samples; write numbers joined by commas, for example 3,17,99.</source>
        <translation>“{rows}”不是样本列表；请写用逗号分隔的编号，例如 3,17,99。</translation>
    </message>
    <message>
        <source>“{text}” ({name}) is no coordinate system of maps; choose a projected one or one of longitude and latitude.</source>
        <translation>“{text}”（{name}）不是地图所用的坐标系；请选择投影坐标系或经纬度坐标系。</translation>
    </message>
    <message>
        <source>“{text}” is no extent; write smallest x, smallest y, largest x and largest y with commas between.</source>
        <translation>“{text}”不是范围；请依次写出最小 x、最小 y、最大 x、最大 y，以逗号分隔。</translation>
    </message>
    <message>
        <source>“{word}” is no colour of a class; write it as skarn=#d55e00.</source>
        <translation>“{word}”不是类别颜色；请写成 skarn=#d55e00 的形式。</translation>
    </message>
    <message>
        <source>“{word}” is no threshold; write it as Cu=33.1.</source>
        <translation>“{word}”不是异常下限，请写成 Cu=33.1。</translation>
    </message>
    <message>
        <source>全铁 may be total iron as Fe2O3 or as Fe; please choose.</source>
        <translation>“全铁”可能以 Fe2O3 计，也可能以 Fe 计，请选择。</translation>
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
    <name>image figures</name>
    <message>
        <source>about {time} left</source>
        <translation>大约还需 {time}</translation>
    </message>
    <message>
        <source>epoch {epoch} of {epochs}</source>
        <translation>第 {epoch} 轮，共 {epochs} 轮</translation>
    </message>
    <message>
        <source>images</source>
        <translation>幅</translation>
    </message>
    <message>
        <source>loss {loss}</source>
        <translation>误差 {loss}</translation>
    </message>
    <message>
        <source>network {n} of {members}</source>
        <translation>第 {n}/{members} 个网络</translation>
    </message>
    <message>
        <source>step {step} of {steps}</source>
        <translation>第 {step}/{steps} 步</translation>
    </message>
    <message>
        <source>validation {share}</source>
        <translation>验证 {share}</translation>
    </message>
</context>
<context>
    <name>image verdict</name>
    <message>
        <source>Each of {samples} images was held out once, in {folds} folds: {right} were classified right ({percent}, 95 % interval {interval}) by networks that had not seen them.</source>
        <translation>{samples} 幅图像在 {folds} 折交叉验证中各留出一次：由未见过它们的网络判别，{right} 幅正确（{percent}，95 % 置信区间 {interval}）。</translation>
    </message>
    <message>
        <source>No image was held out, so this says nothing about new ones.</source>
        <translation>没有留出图像，因此不能说明对新图像的效果。</translation>
    </message>
    <message>
        <source>Of {samples} test images, {right} were classified right: {percent} (95 % interval {interval}).</source>
        <translation>测试集 {samples} 幅图像中，{right} 幅判别正确：{percent}（95 % 置信区间 {interval}）。</translation>
    </message>
    <message>
        <source>Of {samples} training images, {right} were classified right: {percent} (95 % interval {interval}).</source>
        <translation>训练集 {samples} 幅图像中，{right} 幅判别正确：{percent}（95 % 置信区间 {interval}）。</translation>
    </message>
    <message>
        <source>Of {samples} validation images, {right} were classified right: {percent} (95 % interval {interval}).</source>
        <translation>验证集 {samples} 幅图像中，{right} 幅判别正确：{percent}（95 % 置信区间 {interval}）。</translation>
    </message>
    <message>
        <source>The network learned from these images, so this flatters it.</source>
        <translation>网络学习过这些图像，因此该结果偏乐观。</translation>
    </message>
    <message>
        <source>The validation part also chose the best epoch, so this flatters the network; a test part would not.</source>
        <translation>最佳轮次也由验证集选定，因此该结果偏乐观；用测试集则不会。</translation>
    </message>
    <message>
        <source>They are the same share of each class, so that it takes no minutes; all of them would make a method better.</source>
        <translation>各类别按同样的比例抽取，以免耗时数分钟；用全部图像，该方法会更好。</translation>
    </message>
    <message>
        <source>{method} learned from {learned} of {offered} images.</source>
        <translation>“{method}”学习了 {offered} 幅图像中的 {learned} 幅。</translation>
    </message>
</context>
<context>
    <name>judging division</name>
    <message>
        <source>Each of {folds} groups is held out once, {samples} samples together.</source>
        <translation>{folds} 个分组各留出一次，共 {samples} 个样品。</translation>
    </message>
    <message>
        <source>Each of {samples} samples is held out once, by itself.</source>
        <translation>{samples} 个样品各单独留出一次。</translation>
    </message>
    <message>
        <source>No sample is held out until the end: the validation part stops the training and judges it too, which flatters the network. Choose folds, blocks or groups instead.</source>
        <translation>没有样品留到最后：验证样品既决定何时停止训练，又用来评价，会使网络显得过好。请改用分折、分块或分组。</translation>
    </message>
    <message>
        <source>Samples nearer than {buffer} to a held-out one are left out, {samples} in the mean of the folds.</source>
        <translation>离留出样品小于 {buffer} 的样品不用，平均每折 {samples} 个。</translation>
    </message>
    <message>
        <source>{samples} samples are drawn at random and held out until the end.</source>
        <translation>随机抽取 {samples} 个样品，留到最后检验。</translation>
    </message>
    <message>
        <source>{samples} samples go into {folds} folds that split no group; each fold is held out once.</source>
        <translation>{samples} 个样品分入 {folds} 折，不拆开任何分组；每折留出一次。</translation>
    </message>
    <message>
        <source>{samples} samples go into {folds} folds with like shares of each class; each fold is held out once. Samples beside each other may come into different folds, which flatters a network on a survey.</source>
        <translation>{samples} 个样品分入 {folds} 折，各类比例相近；每折留出一次。相邻样品可能分入不同的折，会使测区上的网络显得过好。</translation>
    </message>
    <message>
        <source>{samples} samples lie in square blocks of {size}; whole blocks go into {folds} folds, and each fold is held out once.</source>
        <translation>{samples} 个样品位于边长 {size} 的方形分块中；分块整体分入 {folds} 折，每折留出一次。</translation>
    </message>
    <message>
        <source>{samples} samples of the second file judge; all samples of the first are for training.</source>
        <translation>用第二个文件的 {samples} 个样品评价；第一个文件的样品全部用于训练。</translation>
    </message>
</context>
<context>
    <name>judging doubt</name>
    <message>
        <source>Prediction sets are made to hold the true class {level} of the time; no sample was left to check that.</source>
        <translation>预测集应以 {level} 的频率包含真实类别；没有剩余样品可供检验。</translation>
    </message>
    <message>
        <source>Prediction sets hold the known class of {coverage} of the held-out samples ({low} to {high}; asked for: {level}), with {size} classes in the mean.</source>
        <translation>预测集包含 {coverage} 的留出样品的已知类别（{low} 至 {high}；要求 {level}），平均含 {size} 个类别。</translation>
    </message>
    <message>
        <source>That is not what was asked for: do not rely on them.</source>
        <translation>未达到要求，请勿依赖。</translation>
    </message>
    <message>
        <source>The second file is unlike the first one as a whole: their energy distance is {distance}, that of parts of the first one {threshold} at most, so that all its rows would be unknown.</source>
        <translation>第二个文件整体上与第一个不相似：二者的能量距离为 {distance}，而第一个文件各部分之间至多为 {threshold}，因此其所有行都应计为未知。</translation>
    </message>
    <message>
        <source>{marked} of {rows} rows ({share}) are unlike all training samples and count as unknown; of held-out samples it would be {held_out}.</source>
        <translation>{rows} 行中有 {marked} 行（{share}）与所有训练样品都不相似，计为未知；在留出样品中为 {held_out}。</translation>
    </message>
</context>
<context>
    <name>judging names</name>
    <message>
        <source>A linear boundary between the classes.</source>
        <translation>用线性边界划分各类别。</translation>
    </message>
    <message>
        <source>A multilayer perceptron with the usual settings of scikit-learn.</source>
        <translation>采用 scikit-learn 默认参数的多层感知器。</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Agreement with the known classes beyond what the same class counts would give by chance; 0 is chance, 1 is perfect.</source>
        <translation>扣除按相同类别数量随机判别所能达到的一致后，与已知类别的一致程度；0 为随机水平，1 为完全一致。</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>平衡准确率</translation>
    </message>
    <message>
        <source>Cohen's κ</source>
        <translation>Cohen κ 系数</translation>
    </message>
    <message>
        <source>Decision trees grown one after another, each on what the others miss.</source>
        <translation>逐个建立的决策树，每棵弥补前面各棵的不足。</translation>
    </message>
    <message>
        <source>Gradient boosting</source>
        <translation>梯度提升</translation>
    </message>
    <message>
        <source>Logistic regression</source>
        <translation>逻辑回归</translation>
    </message>
    <message>
        <source>MCC</source>
        <translation>MCC</translation>
    </message>
    <message>
        <source>Macro-F1</source>
        <translation>宏平均F1</translation>
    </message>
    <message>
        <source>Majority class</source>
        <translation>多数类</translation>
    </message>
    <message>
        <source>Many decision trees, each grown on samples drawn at random; they vote.</source>
        <translation>许多决策树，各用随机抽取的样品建立，再投票。</translation>
    </message>
    <message>
        <source>Matthews correlation coefficient of known and predicted classes; 0 is chance, 1 is perfect.</source>
        <translation>已知类别与预测类别的马修斯相关系数；0 为随机水平，1 为完全一致。</translation>
    </message>
    <message>
        <source>Names the class that most of the nearest training samples have.</source>
        <translation>判为最近的几个训练样品中占多数的类别。</translation>
    </message>
    <message>
        <source>Names the most frequent class of the training samples everywhere.</source>
        <translation>一律判为训练样品中最多的类别。</translation>
    </message>
    <message>
        <source>Nearest neighbours</source>
        <translation>最近邻</translation>
    </message>
    <message>
        <source>Random forest</source>
        <translation>随机森林</translation>
    </message>
    <message>
        <source>The mean of the F1 of the classes, each the harmonic mean of precision and recall.</source>
        <translation>各类别 F1 的平均值；F1 是精确率与召回率的调和平均。</translation>
    </message>
    <message>
        <source>The mean of the recalls of the classes: each class counts the same, however few its samples are.</source>
        <translation>各类别召回率的平均值：不论样品多少，每个类别权重相同。</translation>
    </message>
    <message>
        <source>The mean over the classes of the chance that a sample of the class gets a higher probability of it than a sample of another one; 0.5 is chance.</source>
        <translation>某类别样品获得的该类概率高于其他类别样品的可能性，取各类别平均；0.5 为随机水平。</translation>
    </message>
    <message>
        <source>The network of this run.</source>
        <translation>本次运行的网络。</translation>
    </message>
    <message>
        <source>The share of samples classified right; a large class can carry it alone.</source>
        <translation>判对样品所占的比例；仅靠样品多的类别就可能很高。</translation>
    </message>
    <message>
        <source>This network</source>
        <translation>本网络</translation>
    </message>
    <message>
        <source>scikit-learn MLP</source>
        <translation>scikit-learn 多层感知器</translation>
    </message>
</context>
<context>
    <name>judging protocols</name>
    <message>
        <source>Each of {samples} samples was held out once, by itself.</source>
        <translation>{samples} 个样品逐个单独留出。</translation>
    </message>
    <message>
        <source>Each of {samples} samples was held out once, in {folds} folds of spatial blocks of {size}.</source>
        <translation>{samples} 个样品各留出一次，按边长 {size} 的空间块分为 {folds} 折。</translation>
    </message>
    <message>
        <source>Each of {samples} samples was held out once, in {folds} folds that split no group.</source>
        <translation>{samples} 个样品各留出一次，分 {folds} 折，同一分组不拆开。</translation>
    </message>
    <message>
        <source>Each of {samples} samples was held out once, in {folds} folds with the same share of each class.</source>
        <translation>{samples} 个样品各留出一次，分 {folds} 折，各折中类别比例相同。</translation>
    </message>
    <message>
        <source>Each of {samples} samples was held out once, together with its whole group, one of {units}.</source>
        <translation>{samples} 个样品各留出一次，每次留出一整个分组，共 {units} 组。</translation>
    </message>
    <message>
        <source>Judged on {samples} samples held out at random, {percent} of each class.</source>
        <translation>用随机留出的 {samples} 个样品评价，各类别留出 {percent}。</translation>
    </message>
    <message>
        <source>Judged on {samples} samples of a second file, none of which the network learned from.</source>
        <translation>用第二个文件的 {samples} 个样品评价，网络没有学习过其中任何一个。</translation>
    </message>
    <message>
        <source>Judged on {samples} samples of the validation part.</source>
        <translation>用 {samples} 个验证样品评价。</translation>
    </message>
    <message>
        <source>Judged on {samples} samples that the source keeps for testing.</source>
        <translation>用数据来源自带的测试集中的 {samples} 个样品评价。</translation>
    </message>
    <message>
        <source>No training sample lies within {buffer} of a held-out one; that left out {buffered} samples a fold.</source>
        <translation>留出样品周围 {buffer} 以内没有训练样品，为此每折平均舍去 {buffered} 个样品。</translation>
    </message>
</context>
<context>
    <name>judging sentences</name>
    <message>
        <source>Balanced accuracy is {value} ({level} % interval {low} to {high}); chance would give {chance}, and the training samples give {training}.</source>
        <translation>平衡准确率为 {value}（{level} % 置信区间 {low} 至 {high}）；随机水平为 {chance}，训练样品为 {training}。</translation>
    </message>
    <message>
        <source>Balanced accuracy is {value} ({level} % interval {low} to {high}); chance would give {chance}.</source>
        <translation>平衡准确率为 {value}（{level} % 置信区间 {low} 至 {high}）；随机水平为 {chance}。</translation>
    </message>
    <message>
        <source>Balanced accuracy is {value}, without an interval, since no resample differs; chance would give {chance}, and the training samples give {training}.</source>
        <translation>平衡准确率为 {value}，没有置信区间，因为各次重抽样的结果都相同；随机判别为 {chance}，训练样品为 {training}。</translation>
    </message>
    <message>
        <source>Balanced accuracy is {value}, without an interval, since no resample differs; chance would give {chance}.</source>
        <translation>平衡准确率为 {value}，没有置信区间，因为各次重抽样的结果都相同；随机判别为 {chance}。</translation>
    </message>
    <message>
        <source>No figure could be found from them.</source>
        <translation>由此得不出任何指标。</translation>
    </message>
    <message>
        <source>That is not clearly better than chance.</source>
        <translation>这并不明显优于随机水平。</translation>
    </message>
    <message>
        <source>The interval is wide: {units} blocks are few.</source>
        <translation>置信区间很宽：只有 {units} 个空间块。</translation>
    </message>
    <message>
        <source>The interval is wide: {units} groups are few.</source>
        <translation>置信区间很宽：只有 {units} 个分组。</translation>
    </message>
    <message>
        <source>The interval is wide: {units} samples are few.</source>
        <translation>置信区间很宽：只有 {units} 个样品。</translation>
    </message>
    <message>
        <source>The network knows its training samples far better than new ones.</source>
        <translation>网络对训练样品的判别远好于对新样品的判别。</translation>
    </message>
    <message>
        <source>These samples also chose which weights were kept, so the figures flatter the network; folds, blocks or a second file would not.</source>
        <translation>保留哪一轮的权值也由这些样品决定，因此指标偏高；交叉验证、空间块或第二个文件不会这样。</translation>
    </message>
</context>
<context>
    <name>learning words</name>
    <message>
        <source>More samples of the same kind would hardly help: from {few} to {samples} samples macro-F1 went from {low} to {high}.</source>
        <translation>再增加同类样品作用不大：样品由 {few} 个增至 {samples} 个，宏平均F1由 {low} 变为 {high}。</translation>
    </message>
    <message>
        <source>More samples would probably help: from {few} to {samples} samples macro-F1 rose from {low} to {high}, more than chance explains.</source>
        <translation>增加样品很可能有用：样品由 {few} 个增至 {samples} 个，宏平均F1由 {low} 升至 {high}，超出随机波动。</translation>
    </message>
    <message>
        <source>Too few points to tell whether more samples would help.</source>
        <translation>点数太少，无法判断增加样品是否有用。</translation>
    </message>
    <message>
        <source>Whether more samples would help cannot be told: from {few} to {samples} samples macro-F1 went from {low} to {high}, a change that chance could make.</source>
        <translation>无法判断增加样品是否有用：样品由 {few} 个增至 {samples} 个，宏平均F1由 {low} 变为 {high}，这一变化可能只是随机波动。</translation>
    </message>
</context>
<context>
    <name>network title</name>
    <message>
        <source>Layers of your own</source>
        <translation>自定义各层</translation>
    </message>
</context>
<context>
    <name>reading words</name>
    <message>
        <source>Output values and probabilities are means over the members. Agreement is the share of the members that name the class.</source>
        <translation>输出值和概率是各成员的平均值。一致度是判为该类别的成员所占的比例。</translation>
    </message>
    <message>
        <source>Output values are those of the network, one for each class, high for the class it stands for. Probabilities are made from them so that they sum to 1; they are not calibrated.</source>
        <translation>输出值是网络各输出的原始数值，每个类别一个，属于该类别时数值高。概率由输出值换算而来，总和为 1，未经校准。</translation>
    </message>
    <message>
        <source>Probabilities sum to 1; they are not calibrated.</source>
        <translation>概率总和为 1，未经校准。</translation>
    </message>
    <message>
        <source>The output value is that of the one ordered output: the classes lie evenly spaced over its range. Probability is shared by the two classes that it lies between; it is not calibrated.</source>
        <translation>输出值是单个有序输出的数值，各类别在其值域内等间隔排列。概率由它两侧的两个类别分得，未经校准。</translation>
    </message>
</context>
<context>
    <name>results_table</name>
    <message>
        <source> (unlike)</source>
        <translation>（不相似）</translation>
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
        <source>Known class</source>
        <translation>已知类别</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>图上类别</translation>
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
        <source>Prediction set</source>
        <translation>预测集</translation>
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
        <source>Unlike</source>
        <translation>不相似度</translation>
    </message>
    <message>
        <source>Wrong votes</source>
        <translation>误判票比例</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
</context>
<context>
    <name>row words</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>At {level} every class but {names} is excluded.</source>
        <translation>在 {level} 的水平上，{names} 以外的类别都被排除。</translation>
    </message>
    <message>
        <source>At {level} every class is excluded: the row resembles none of them.</source>
        <translation>在 {level} 的水平上所有类别都被排除：该行与任何一类都不相像。</translation>
    </message>
    <message>
        <source>At {level} these cannot be excluded: {names}.</source>
        <translation>在 {level} 的水平上不能排除：{names}。</translation>
    </message>
    <message>
        <source>It is like the training samples: {score} × threshold.</source>
        <translation>它与训练样品相像：差异为阈值的 {score} 倍。</translation>
    </message>
    <message>
        <source>Known class: {name}.</source>
        <translation>已知类别：{name}。</translation>
    </message>
    <message>
        <source>Row {row}: {name}, probability {probability}.</source>
        <translation>第 {row} 行：{name}，概率 {probability}。</translation>
    </message>
    <message>
        <source>Said by {members} members that never saw it.</source>
        <translation>由从未见过它的 {members} 个成员判定。</translation>
    </message>
    <message>
        <source>Said by {members} members, some of which were trained on it.</source>
        <translation>由 {members} 个成员判定，其中有的用它训练过。</translation>
    </message>
    <message>
        <source>Said by {members} members.</source>
        <translation>由 {members} 个成员判定。</translation>
    </message>
    <message>
        <source>Unknown: it is unlike all training samples, {score} × threshold.</source>
        <translation>未知：它与所有训练样品都不相像，差异为阈值的 {score} 倍。</translation>
    </message>
    <message>
        <source>With the median of the training samples it would be less for {elements}.</source>
        <translation>把下列元素之一换成训练样品的中位数，差异会减小：{elements}。</translation>
    </message>
    <message>
        <source>the level of the run</source>
        <translation>该次运行的水平</translation>
    </message>
    <message>
        <source>{element} ({score})</source>
        <translation>{element}（{score}）</translation>
    </message>
</context>
<context>
    <name>search obstacles</name>
    <message>
        <source>All trials have ended; ask for more of them to go on.</source>
        <translation>全部试验都已完成；增加试验次数后可以继续。</translation>
    </message>
    <message>
        <source>Give a number of trials or a time; without both it would never end.</source>
        <translation>请给出试验次数或时间；两者都没有，搜索就不会结束。</translation>
    </message>
    <message>
        <source>One of the settings at the right cannot be used.</source>
        <translation>右侧有一项设置不能使用。</translation>
    </message>
    <message>
        <source>The files of this search cannot be read.</source>
        <translation>无法读取这次搜索的文件。</translation>
    </message>
</context>
<context>
    <name>searching fields</name>
    <message>
        <source>Cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>平方误差</translation>
    </message>
</context>
<context>
    <name>searching settings</name>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation>隐层神经元</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出层</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>尺度变换</translation>
    </message>
    <message>
        <source>Trainer</source>
        <translation>训练算法</translation>
    </message>
    <message>
        <source>Transform</source>
        <translation>数据变换</translation>
    </message>
</context>
<context>
    <name>searching states</name>
    <message>
        <source>About {time} left.</source>
        <translation>约需 {time}。</translation>
    </message>
    <message>
        <source>It was interrupted before its verdict; go on with it.</source>
        <translation>搜索在评判之前中断，可以继续。</translation>
    </message>
    <message>
        <source>No trial has ended yet.</source>
        <translation>尚无试验完成。</translation>
    </message>
    <message>
        <source>Paused: no trial begins; those under way are carried out.</source>
        <translation>已暂停：不再开始新的试验，进行中的试验会做完。</translation>
    </message>
    <message>
        <source>Stopping: the trials under way are carried out, then the best is judged.</source>
        <translation>正在停止：先做完进行中的试验，再评判最优者。</translation>
    </message>
    <message>
        <source>The table is being read…</source>
        <translation>正在读取表格…</translation>
    </message>
    <message>
        <source>Trials are carried out. You can go on working on other pages.</source>
        <translation>正在进行试验，期间可以照常使用其他页面。</translation>
    </message>
    <message>
        <source>{done} of {n} trials.</source>
        <translation>已完成 {done} / {n} 次试验。</translation>
    </message>
    <message>
        <source>{n} trials, in {time} at most.</source>
        <translation>{n} 次试验，最长 {time}。</translation>
    </message>
</context>
<context>
    <name>searching verdict</name>
    <message>
        <source>By these samples, which had no say in the choice, macro-F1 is {value} ({level} % interval {low} to {high}).</source>
        <translation>这些样品未参与选择；按它们评判，宏平均F1为 {value}（{level} % 区间 {low} 至 {high}）。</translation>
    </message>
    <message>
        <source>By these samples, which had no say in the choice, macro-F1 is {value}, without an interval, since no resample differs.</source>
        <translation>以这些未参与选择的样品判断，宏平均 F1 为 {value}，没有置信区间，因为各次重抽样的结果都相同。</translation>
    </message>
    <message>
        <source>No figure could be found from them.</source>
        <translation>由此得不出任何指标。</translation>
    </message>
    <message>
        <source>That is {gain} against the job as it was ({low} to {high}): clearly better.</source>
        <translation>与原作业相比为 {gain}（{low} 至 {high}）：明显更好。</translation>
    </message>
    <message>
        <source>That is {gain} against the job as it was ({low} to {high}): clearly worse; keep the job as it was.</source>
        <translation>与原作业相比为 {gain}（{low} 至 {high}）：明显更差，请保留原作业。</translation>
    </message>
    <message>
        <source>That is {gain} against the job as it was ({low} to {high}): no clear difference.</source>
        <translation>与原作业相比为 {gain}（{low} 至 {high}）：没有明显差别。</translation>
    </message>
    <message>
        <source>That is {gain} against the job as it was.</source>
        <translation>与原作业相比为 {gain}。</translation>
    </message>
    <message>
        <source>Trial {trial} is the winner; it was selected on {selected}, which is {more} higher: the best of many is flattered by what it is chosen on.</source>
        <translation>试验 {trial} 最优，择优依据为 {selected}，比评判结果高 {more}：从多次试验中挑出的最优者，其择优依据总是偏高。</translation>
    </message>
    <message>
        <source>Trial {trial} is the winner; it was selected on {selected}, which is {more} lower: inner folds learn from fewer samples.</source>
        <translation>试验 {trial} 最优，择优依据为 {selected}，比评判结果低 {more}：内层各折可学习的样品较少。</translation>
    </message>
    <message>
        <source>Trial {trial} is the winner; it was selected on {selected}.</source>
        <translation>试验 {trial} 最优，择优依据为 {selected}。</translation>
    </message>
    <message>
        <source>{failed} of {trials} trials failed.</source>
        <translation>{trials} 次试验中有 {failed} 次失败。</translation>
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
