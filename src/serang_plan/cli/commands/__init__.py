"""The commands: one file each; arguments in, one operation or report, output written."""
