import * as vscode from 'vscode';
import { AttestError, toAttestError } from '../../core/errors';
import type { ModelMessage } from '../../core/language-model/language-model';
import type { EditorModel } from '../../core/language-model/model-host';

/**
 * VS Code's model of this name, or its first where no name is given.
 * @throws AttestError `model-off` when VS Code offers none
 */
export async function findEditorModel(name: string): Promise<EditorModel> {
  const { id, vendor, maxInputTokens } = await find(name);
  return { name: id, vendor, contextTokens: maxInputTokens };
}

/** Every model that VS Code offers, for a list. */
export async function editorModels(): Promise<{ id: string; label: string; vendor: string }[]> {
  return (await offered()).map(({ id, name, vendor }) => ({ id, label: name, vendor }));
}

/**
 * Asks one of VS Code's models, which asks the user itself at the first time.
 * @param maxTokens of the answer, at most, where the model's extension heeds it
 * @param onText is called with each piece of the answer; the whole is given at the end
 * @throws AttestError `model-off`, `model-refused`, `model-answer`, `cancelled`
 */
export async function askEditorModel(
  name: string,
  messages: readonly ModelMessage[],
  maxTokens: number,
  onText: (piece: string) => void,
  token: vscode.CancellationToken,
): Promise<string> {
  const model = await find(name);
  const justification = vscode.l10n.t('Attest reads statements against their evidence.');
  let text = '';
  try {
    const options = { justification, modelOptions: { max_tokens: maxTokens } };
    const response = await model.sendRequest(messages.map(toChatMessage), options, token);
    for await (const piece of response.text) {
      text += piece;
      onText(piece);
    }
  } catch (thrown) {
    throw editorModelError(thrown, token.isCancellationRequested);
  }
  return text;
}

/** The models that VS Code offers; none where an editor built on it has left that part out. */
async function offered(selector?: vscode.LanguageModelChatSelector): Promise<vscode.LanguageModelChat[]> {
  const lm = vscode.lm as Partial<typeof vscode.lm> | undefined;
  return (await lm?.selectChatModels?.(selector)) ?? [];
}

async function find(name: string): Promise<vscode.LanguageModelChat> {
  const [model] = await offered(name === '' ? {} : { id: name });
  if (model) return model;
  throw new AttestError(
    'model-off',
    name === ''
      ? vscode.l10n.t('VS Code offers no language model.')
      : vscode.l10n.t('VS Code does not offer the language model {0}.', name),
    vscode.l10n.t(
      'Sign in to an extension that brings models, or choose another with Attest: Choose Model….',
    ),
  );
}

// VS Code knows no system role; instructions come first, as the user's.
function toChatMessage({ role, content }: ModelMessage): vscode.LanguageModelChatMessage {
  return role === 'assistant'
    ? vscode.LanguageModelChatMessage.Assistant(content)
    : vscode.LanguageModelChatMessage.User(content);
}

function editorModelError(thrown: unknown, cancelled: boolean): AttestError {
  if (cancelled) return new AttestError('cancelled', 'Cancelled.', 'Ask again when you want.');
  if (!(thrown instanceof vscode.LanguageModelError)) return toAttestError(thrown);
  const advice = vscode.l10n.t('Choose another model, or look at your plan’s limits.');
  // What the model's server wrote may quote what was sent, so only the kind of error is told.
  if (thrown.code === vscode.LanguageModelError.NoPermissions.name) {
    return new AttestError('model-off', vscode.l10n.t('VS Code does not let Attest use this model.'), advice);
  }
  return new AttestError(
    'model-refused',
    vscode.l10n.t('The language model of VS Code refused the call.'),
    advice,
  );
}
