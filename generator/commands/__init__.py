"""The commands of the command line that contributors use; each module holds one."""
