import * as vscode from 'vscode';
import { AttestError } from '../../core/errors';
import type { ModelSettings } from '../../core/language-model/model-settings';

/**
 * The host of the endpoint that is set, for its key.
 * @throws AttestError `invalid-input` where none is set
 */
export function endpointHost({ endpoint }: Pick<ModelSettings, 'endpoint'>): string {
  if (URL.canParse(endpoint)) return new URL(endpoint).host;
  throw new AttestError(
    'invalid-input',
    vscode.l10n.t('No endpoint is set.'),
    vscode.l10n.t('Run Attest: Choose Model… first.'),
  );
}
