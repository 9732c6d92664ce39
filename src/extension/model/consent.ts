import * as vscode from 'vscode';
import type { ModelPlace } from '../../core/language-model/language-model';
import { placeName } from './model-place';

/** Asks whether text may go to a place: names it and what will be sent. Closing the question is a no. */
export async function askForConsent(place: ModelPlace, model: string): Promise<boolean> {
  const { t } = vscode.l10n;
  const what = t(
    'What you ask, statements of the note, and the passages of its sources and of your guidelines that they are compared with. Attest: Show What Was Sent lists every call.',
  );
  const allow = t('Allow');
  const { question, detail } = wording(place, model);
  const chosen = await vscode.window.showWarningMessage(
    question,
    { modal: true, detail: [detail, `${t('What is sent:')} ${what}`].join('\n\n') },
    allow,
  );
  return chosen === allow;
}

function wording(place: ModelPlace, model: string): { question: string; detail: string } {
  const { t } = vscode.l10n;
  if (place.kind === 'editor') {
    return {
      question: t('Let Attest send text to the language model {0} of {1}?', model, place.vendor),
      detail: t(
        'VS Code passes it on to {0}, outside of this computer. Your agreement holds for this workspace, for what you ask for yourself, until you take it back.',
        place.vendor,
      ),
    };
  }
  if (place.loopback) {
    return {
      question: t('Let Attest use language models on this computer?'),
      detail: t(
        'The model {0} runs at {1}. Attest sends nothing beyond this computer; what the server there does is its own affair.',
        model,
        place.host,
      ),
    };
  }
  const detail = t(
    'It goes to {0}, outside of this computer. Make sure that you may send it there. Your agreement holds for this address in this workspace, until you take it back.',
    place.host,
  );
  const open = t('The connection is not encrypted: everybody on the way can read what is sent.');
  return {
    question: t('Let Attest send text to {0} (model {1})?', placeName(place), model),
    detail: place.unencrypted === true ? `${detail}\n\n${open}` : detail,
  };
}
