// Stands in for @vscode/spdlog (native): the same interface over plain appends, so that nothing has to be compiled.
const fs = require('node:fs');
const path = require('node:path');

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];

class Logger {
  constructor(_type, _name, file) {
    this.file = file;
    this.level = 0;
    this.raw = false;
    fs.mkdirSync(path.dirname(file), { recursive: true });
  }
  getLevel() {
    return this.level;
  }
  setLevel(level) {
    this.level = level;
  }
  clearFormatters() {
    this.raw = true;
  }
  setPattern() {}
  flush() {}
  drop() {}
}
levels.forEach((name, level) => {
  Logger.prototype[name] = function write(message) {
    if (level < this.level) return;
    fs.appendFileSync(this.file, this.raw ? message : `${new Date().toISOString()} ${message}\n`);
  };
});

const create = (type) => (name, file) => Promise.resolve(new Logger(type, name, file));
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.shutdown = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = create('rotating');
exports.createAsyncRotatingLogger = create('rotating_async');
