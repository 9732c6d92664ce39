import type * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { ResponseError, type CancellationToken } from 'vscode-languageserver-protocol/node';
import { toAttestError } from '../../core/errors';
import { ClientRequests, Notifications, type ErrorData } from '../../server/protocol';
import type { ModelDesk } from '../model/model-desk';

// JSON-RPC codes of LSP: RequestFailed and RequestCancelled.
const failed = -32803;
const cancelled = -32800;

/** Answers what the engine asks about language models. */
export function answerModelRequests(
  client: LanguageClient,
  { models, log }: { models: ModelDesk; log: vscode.LogOutputChannel },
): void {
  client.onRequest(ClientRequests.modelAccess, ({ place, model, byUser }) =>
    orError(() => models.access(place, model, byUser)),
  );
  client.onRequest(ClientRequests.findEditorModel, ({ model }) =>
    orError(() => models.findEditorModel(model)),
  );
  client.onRequest(
    ClientRequests.askEditorModel,
    ({ stream, model, messages, maxTokens }, token: CancellationToken) => {
      const onText = (piece: string): void =>
        void client.sendNotification(Notifications.editorModelText, { stream, piece });
      return orError(async () => ({
        text: await models.askEditorModel(model, messages, maxTokens, onText, token),
      }));
    },
  );
  client.onNotification(Notifications.modelUsage, (totals) => models.used(totals));
  const notRemembered = (error: unknown): void => log.warn(`Not remembered: ${toAttestError(error).message}`);
  client.onNotification(Notifications.modelLearned, ({ place, model, capabilities }) => {
    models.memory.learn(place, model, capabilities).catch(notRemembered);
  });
  client.onNotification(Notifications.modelCalibrated, ({ place, model, calibration }) => {
    models.memory.keepCalibration(place, model, calibration).catch(notRemembered);
  });
}

async function orError<T>(work: () => Promise<T>): Promise<T | ResponseError<ErrorData>> {
  try {
    return await work();
  } catch (thrown) {
    const { reason, message, advice } = toAttestError(thrown);
    return new ResponseError(reason === 'cancelled' ? cancelled : failed, message, { reason, advice });
  }
}
