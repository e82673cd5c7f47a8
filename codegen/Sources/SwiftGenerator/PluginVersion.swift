/// The plugin's version, as `--version` prints it and every generated file states it.
let pluginVersion = "0.1.0"
