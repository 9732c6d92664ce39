import { createConnection } from 'vscode-languageserver/node';
import { exitOnCrash } from '../../../../src/server/crash';
import { serve } from '../../../../src/server/server';
import { createDoubleEngine } from './engine';

// src/server/main.ts with the engine of the tests.
exitOnCrash();
serve(createConnection(), { createEngine: createDoubleEngine, models: '' });
