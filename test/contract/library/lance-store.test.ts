import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { createLanceStore } from '../../../src/library/lance-store';
import { memoryLog, profile } from './fixtures';
import { storeContract } from './store-contract';

const root = mkdtempSync(join(tmpdir(), 'attest-library-'));
let libraries = 0;
const nextLibrary = (): string => join(root, `library ${++libraries}`, "it's new");

afterAll(() => rmSync(root, { recursive: true }));

storeContract('LanceDB', () =>
  Promise.resolve(createLanceStore({ library: nextLibrary(), profile, log: memoryLog() })),
);
