import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine } from '../../../../src/engine/create-engine';
import type { Engine } from '../../../../src/engine/engine';
import { memoryLog } from '../../library/fixtures';
import { makeFullModelDir } from '../../models/model-dir';

/** An engine with the models that ship and a library on disk. */
export interface IndexedEngine {
  engine: Engine;
  /** A folder of its own, with `models`, `library` and, where they were given as texts, `guidelines`. */
  root: string;
  close(): Promise<void>;
}

/**
 * Makes an engine and indexes guidelines into its library.
 * @param guidelines a folder, or texts by file name
 */
export async function indexedEngine(
  guidelines: string | Readonly<Record<string, string>>,
): Promise<IndexedEngine> {
  const root = mkdtempSync(join(tmpdir(), 'attest-claims-'));
  const modelDir = makeFullModelDir();
  cpSync(modelDir, join(root, 'models/all-MiniLM-L6-v2'), { recursive: true });
  rmSync(modelDir, { recursive: true });
  const folder = typeof guidelines === 'string' ? guidelines : join(root, 'guidelines');
  if (typeof guidelines !== 'string') {
    mkdirSync(folder);
    for (const [name, text] of Object.entries(guidelines)) writeFileSync(join(folder, name), text);
  }
  const engine = await createEngine({
    library: join(root, 'library'),
    models: join(root, 'models'),
    log: memoryLog(),
  });
  await engine.indexLibrary([folder]);
  return {
    engine,
    root,
    close: async () => {
      await engine.close();
      rmSync(root, { recursive: true });
    },
  };
}
