/** Where the browser's files are, seen from the module that reads them: the build and the tests each say it. */
declare const __CLIENT_FOLDER__: string
