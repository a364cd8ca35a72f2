@rem The scripts of package.json say exec, so that npm's signals reach the launcher and not a shell that waits for it.
@rem Windows has no exec and takes this.
@%*
