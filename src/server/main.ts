import { join } from 'node:path';
import { createConnection } from 'vscode-languageserver/node';
import { createEngine } from '../engine/create-engine';
import { exitOnCrash } from './crash';
import { serve } from './server';

// The engine's own process: started by the extension with --node-ipc, by other editors with --stdio.
if (process.argv.some((argument) => /^--(?:node-ipc|stdio|socket|pipe)\b/.test(argument))) {
  exitOnCrash();
  serve(createConnection(), { createEngine, models: join(__dirname, 'models') });
} else {
  process.stderr.write('usage: node server.js --stdio\n');
  process.exitCode = 2;
}
