<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Anomalyst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anomalyst classifies mineral anomaly data with BP networks trained by RPROP and shows the classes as a map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the copper survey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder of the logs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects (*{suffix})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save project &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to save yet: open a table first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfusionTable</name>
    <message>
        <source>Confusion matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {known} classified as {predicted}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurveView</name>
    <message>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Train to see the loss fall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale of the epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale of the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole curve and follow it while it grows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Colour by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed from names and values. Click a role to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {row}: {name} = {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>synthetic data, generated by this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown, or EPSG:4509</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{features} features, {classes} classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} rows, {columns} columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Declared</name>
    <message>
        <source>Write a number above {low}, up to {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a number above {low}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a number from {low} to {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a number of {low} or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a number up to {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a number, for example 0.1 or 1e-5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a whole number, for example 1,000.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Copied. Paste it into a terminal to repeat this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Furniture</name>
    <message>
        <source>Copper survey (synthetic)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved as a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables and projects (*.csv *.txt *.tsv *.anomalyst);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most {time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {epoch} of {epochs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epochs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayersEditor</name>
    <message>
        <source>Activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation of {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More weights than the {samples} labelled samples: the training error alone proves little. Watch the held-out samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is learned through a step: its derivative is 0 everywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One output for each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {inputs} features and {outputs} classes: the first layer must be {inputs} and the last {outputs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units of {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layers}: {number} weights and biases</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>A run is in training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close, resume later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its checkpoint is kept: it can be resumed from the Runs page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classified table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classify another table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judgement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map as PNG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No result yet: train a network, or open a finished run on the Runs page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predictions as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability of the class shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table to classify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.tsv);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training deposits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {row}: {name}, probability {p}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{dpi} dpi</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No coordinates: choose Coordinate X and Y on the Data page to see a map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole survey.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>A multilayer perceptron: every unit is joined to every unit of the next layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BP network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table has changed since the project was saved; earlier runs keep their own results.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreparePage</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the network sees it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statistics of the features</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Road</name>
    <message>
        <source>A run is in training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every run that was started, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is ready to train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a table first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class map of the run on show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map is complete when a run has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} rows, {features} features, {classes} classes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RolesModel</name>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinate X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinate Y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} &lt; limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RolesTable</name>
    <message>
        <source>Roles of the columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Running</name>
    <message>
        <source>A run is in training; stop it before resuming another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is in training; stop it before starting another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run folder cannot be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker of “{name}” ended unexpectedly; nothing recorded was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run is in training; stop it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” could not be moved to the bin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is in the bin.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsPage</name>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held out right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In training now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its worker ended before the run did. It can be resumed from its checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs yet. Open a table, choose its target and press Train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat with changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of that run are set; change what you like and press Train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training MSE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training took {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goal met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State of the work</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>At most {n} epochs a second, to watch the network learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning. You can go on working on other pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is trained yet. Press Train, or Ctrl+R.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused. The weights wait where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping; the result so far is being written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run was interrupted; it can be resumed from its checkpoint on the Runs page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layers} · {samples} labelled samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, probability {p}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>A CSV with a row for each sample: elements, coordinates and a column with the class. You can also drop it anywhere on this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copper survey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files you open are listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the survey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic stream sediments: 22,400 cells, 14 elements, 33 copper deposits of 7 types. Train a 14-9-5-8 network and watch the map of deposit types develop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a BP network on a table of geochemistry and see the classes as a map.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>A coordinate; it has no partner or another pair was chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation of each layer after the inputs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After every sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All its cells are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All its values are the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amounts in {unit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amounts of {element}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another process is working on {path}; stop it first or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV file, or example:NAME for a bundled one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the weights once an epoch, or after every sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one feature on the Data page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the target column on the Data page: the class to learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen as the target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classifying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classifying every row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column of samples that belong together and are never split apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column with the class to learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column with the easting or longitude.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column with the northing or latitude.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns the network reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constant in the training part, so nothing is read from them: {columns}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinate X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinate Y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copper deposit types (synthetic)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ELU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty columns left out at the end of the table: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty rows left out: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every row has one cell more than the header names; the first column was taken for row names without a header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor of the gradient in each step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial step Δ₀</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted; the same command goes on with the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It names the samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It numbers the samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It tells where or when the sample was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its numbers are codes of classes, not amounts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its values run east: the letters are those of Gauss-Krüger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its values run north: the letters are those of Gauss-Krüger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest step Δmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} of {source} has {count} cells but the header names {width} columns; quote the cell that holds the separator, or name every column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logistic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Min–max to -1…1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing values among the chosen features: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name and values of a northing or latitude.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name and values of an easting or longitude.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the coordinate reference system, if known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No logarithm was taken of {columns}: they hold values of 0 or below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No step grows beyond this. 50 is the classical value; 1 descends more smoothly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the chosen features holds numbers that differ between samples with a class; choose other features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once an epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one coordinate column, {column}, is chosen; choose both or neither.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a table first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain BP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Possibly a coordinate without its partner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RPROP⁻</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RPROP⁻ adapts a step of its own for every weight from the sign of the gradient. Plain BP follows the gradient with a fixed learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ramp -1…1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ramp 0…1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 of the table the job was made for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples without a class ({count}) are classified but not trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples without a group: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples without complete coordinates ({count}) are not on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the labelled samples of each class kept out of training to watch the validation loss. 0 trains on all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the step of every weight at the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the program; please report it with the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standardise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standardise to mean 0 and standard deviation 1, or map the range to -1…1. Fitted on the training part only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting point of the random numbers. The same seed gives the same run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step -1/1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step 0/1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop when the validation loss has not improved for this many epochs and keep the best weights. 0 never stops for that reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped by hand at epoch {epoch}: training MSE {loss}, goal {goal}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic survey of 22,400 stream sediments with 14 elements; 33 copper deposits of 7 types and 40 samples without an anomaly have a class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take log10 of every feature whose training values are all positive. Concentrations are usually closer to normal after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text with {count} different values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cells of {source} cannot be told apart ({reason}); a quotation mark may be opened and never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint {path} cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint {path} has a format this version does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class {name} has one sample; it cannot be trained on and checked as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The classes or groups are too small to hold any sample out; all of them are trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column name {name} is there more than once; this one is called {unique}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column {column} holds text; its values are taken as missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column {column} is chosen for both coordinates; choose two columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The coordinate column {column} holds text, such as “{text}”; choose a column of numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The epoch limit of {epoch} was reached before the goal: training MSE {loss}, goal {goal}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The error goal was met at epoch {epoch}: training MSE {loss}, goal {goal}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The feature {feature} has no value in any sample with a class; it is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The feature {feature} has the same value in all samples with a class; it is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The feature {feature} holds text; it is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field {field} of {where} cannot be used: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} cannot be read ({reason}); copy it to a local disk and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} cannot be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} is empty; choose a table with a header and rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} may not be read; close it in other programs or change its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} should end in .csv or .parquet; give it one of these endings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {source} is a workbook or another packed file, not text; save it as CSV and load that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {source} is binary, not text; save it as CSV and load that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {path} holds other files; choose a new folder for the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The helper process ended unexpectedly; try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job file {path} cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job file {path} is not valid TOML: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layers “{layers}” are out of range; use at most {layers_limit} layers of 1 to {units_limit} units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layers “{layers}” cannot be read; write the units of each layer joined by hyphens, for example 14-9-5-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss grew without bound at epoch {epoch}; try a smaller learning rate or largest step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map is in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map {path} should end in .png; give it this ending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model in {path} cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name says that it holds classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network {layers} has {outputs} outputs, but the target has {classes} classes; make the last layer {classes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network {layers} has {wanted} layers after the inputs but {given} activations; give one for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network {layers} reads {inputs} features, but the job names {features}; make the first layer {features}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The predictions {path} cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project file {path} cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project {path} was written by a newer version; update the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run failed at epoch {epoch}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run failed because of a fault in the program; see its log.txt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run folder cannot be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run in {path} has ended; choose another folder for a new run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run in {path} has no coordinates to draw a map with; choose coordinate columns and train again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run in {path} was begun with another job; choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table {source} has a header but no rows; add the samples below it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table {source} has no column “{name}”; its columns are {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table {source} has no column “{name}”; the nearest names are {near}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table {source} holds no text at all; choose a table with a header and rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table {table} has changed since the job was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table {table} has changed since the run began, so the run cannot be resumed; start a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target {target} has a single class, {name}; at least two are needed to learn a difference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target {target} has no class in any row; choose another column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target {target} holds {count} different numbers, so it looks like a measurement; choose a column of classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target {target} is among the features; the network would only copy it. Take it out of the features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target “{column}” has too many different values to be classes; choose another target on the Data page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target “{column}” holds one class; learning needs at least two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text encoding of {source} cannot be told; save it as CSV in UTF-8 and load that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is not UTF-8; it was read as {encoding}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The validation loss stopped improving at epoch {epoch}; the best weights were kept (training MSE {loss}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no predictions in {path}; let the run end first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no example “{name}”; the examples are {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {path}; check the name and the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no job file {job} and no bundled example of that name; the examples are {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no job file {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no project file {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no trained model in {path}; the run has not ended yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trainer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training ends well when the mean squared error of the training part is below it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training ends when the goal was not met after this many epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units of each layer from the inputs to the outputs, for example 14-9-5-8: 14 features, two hidden layers of 9 and 5, 8 classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column} has cells above the range of the method ({count}, the first “{text}” in row {row}); the limit itself is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column} has cells that are not numbers ({count}, the first “{text}” in row {row}); they count as missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column} has infinite cells ({count}); they count as missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} classes are too small to have a sample in the validation part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} missing values of the training samples were taken as the median of their feature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} missing values were taken as the median of the training samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{feature} has values below its detection limit ({count}); half the limit is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{outcome} {parts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a folder; choose a table file inside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not the folder of a run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} rows classified into {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} rows read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} rows written to {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{table} lacks the columns {columns}, which the model needs; rename the columns or use another table.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>failures</name>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your data and runs are safe. The details are in the log: {path}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>verdict</name>
    <message>
        <source>Of {held_out} samples held out, {right} were classified right ({percent}); of {samples} in training, {training_right}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {samples} samples in training, {right} were classified right. No sample was held out, so this says nothing about new ones.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
