import { join } from 'node:path';
import { AttestError } from '../core/errors';
import type { Log, Verifier } from '../core/ports';
import { miniLmFolder } from './minilm-embedder';
import { createMiniLmVerifier } from './minilm-verifier';
import { createTransformersVerifier } from './transformers-verifier';
import { isThere, unusableFolder, verifierFile } from './verifier-folder';

/** What a verifier is chosen by; see `VerifierConfig` of the engine. */
export interface VerifierChoice {
  folder?: string;
  model?: string;
  offlineOnly?: boolean;
}

/**
 * Makes the verifier that the user chose, else the one that ships. A choice that cannot be used is an error: verdicts of
 * another verifier than the chosen one would be taken for its own.
 * @param models folder of all embedded models
 * @returns undefined where none was chosen and none ships: typed comparison then works alone
 * @throws AttestError `model-missing`, `model-off` for a model by name while nothing may be fetched
 */
export async function chooseVerifier(
  { folder = '', model = '', offlineOnly = false }: VerifierChoice,
  models: string,
  log: Log,
): Promise<Verifier | undefined> {
  if (model !== '') {
    if (!offlineOnly) return createTransformersVerifier({ model });
    throw new AttestError(
      'model-off',
      'The chosen verifier would have to be fetched, and Attest is set to stay offline.',
      'Name a folder on this computer in attest.verifier.folder instead, and leave attest.verifier.model empty.',
    );
  }
  if (folder !== '') return createMiniLmVerifier({ folder, isOwn: true });
  const shipped = join(models, miniLmFolder);
  if (await isThere(join(shipped, verifierFile), unusableFolder(shipped, false)))
    return createMiniLmVerifier({ folder: shipped });
  log.warn('The embedded verifier is not installed: claims are compared by typed facts alone.');
  return undefined;
}
