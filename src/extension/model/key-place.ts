import * as vscode from 'vscode';
import type { EndpointPlace } from '../../core/language-model/endpoint-place';
import { AttestError } from '../../core/errors';
import type { ModelSettings } from '../../core/language-model/model-settings';
import { configuredEndpoint } from './model-place';

/**
 * The endpoint that is set, for its key.
 * @throws AttestError `invalid-input` where none is set
 */
export function keyPlace(settings: Pick<ModelSettings, 'endpoint' | 'model'>): EndpointPlace {
  const place = configuredEndpoint(settings);
  if (place) return place;
  throw new AttestError(
    'invalid-input',
    vscode.l10n.t('No endpoint is set.'),
    vscode.l10n.t('Run Attest: Choose Model… first.'),
  );
}
