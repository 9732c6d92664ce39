// Stands in for the compiled half of @vscode/native-watchdog, so that nothing has to be compiled.
// The tests end the server's whole process group themselves.
exports.start = () => {};
exports.exit = (code) => require('node:process').exit(code);
