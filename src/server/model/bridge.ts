import type { Connection, NotificationType, RequestType } from 'vscode-languageserver/node';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { z } from 'zod';
import { AttestError, throwIfCancelled, toAttestError } from '../../core/errors';
import type { JudgeCalibration } from '../../core/judge/calibration';
import type { ModelCapabilities, ModelMessage, ModelPlace } from '../../core/language-model/language-model';
import type {
  Access,
  EditorModel,
  EditorModels,
  ModelHost,
  SentCall,
  UsedCall,
} from '../../core/language-model/model-host';
import { ClientRequests, Notifications, type ErrorData, type ModelUsageTotals } from '../protocol';
import { accessByEnvironment } from './environment-access';
import { SentLog } from './sent-log';

const errorData = z.object({
  reason: z.enum(['model-off', 'model-refused', 'model-answer']),
  advice: z.string(),
});

/**
 * What the engine asks about language models, answered by the client: consent and key, and the editor's own models. A
 * client that is no Attest extension keeps neither: consent and key are in the environment.
 */
export class ModelBridge implements ModelHost {
  readonly log = new SentLog();
  readonly editor?: EditorModels;
  private readonly totals: ModelUsageTotals = {
    calls: 0,
    cached: 0,
    promptTokens: 0,
    answerTokens: 0,
    cost: null,
  };
  private readonly streams = new Map<number, (piece: string) => void>();
  private lastStream = 0;

  constructor(
    private readonly connection: Pick<Connection, 'sendRequest' | 'sendNotification' | 'onNotification'>,
    /** The client is Attest's extension: it keeps keys and consent, and may have models. */
    private readonly asksClient: boolean,
  ) {
    if (!asksClient) return;
    connection.onNotification(Notifications.editorModelText, ({ stream, piece }) =>
      this.streams.get(stream)?.(piece),
    );
    this.editor = {
      find: (model, signal) =>
        this.ask<{ model: string }, EditorModel>(ClientRequests.findEditorModel, { model }, signal),
      ask: (model, request, onText, signal) => this.stream(model, request, onText, signal),
    };
  }

  async access(place: ModelPlace, model: string, byUser: boolean, signal?: AbortSignal): Promise<Access> {
    return this.asksClient
      ? this.ask(ClientRequests.modelAccess, { place, model, byUser }, signal)
      : accessByEnvironment(place, process.env);
  }

  learned(place: ModelPlace, model: string, capabilities: ModelCapabilities): void {
    this.tell(Notifications.modelLearned, { place, model, capabilities });
  }

  calibrated(place: ModelPlace, model: string, calibration: JudgeCalibration): void {
    this.tell(Notifications.modelCalibrated, { place, model, calibration });
  }

  sent(call: SentCall): void {
    this.log.add(call);
  }

  used({ usage, cached, cost }: UsedCall): void {
    const { totals } = this;
    if (cached) {
      totals.cached++;
    } else {
      totals.calls++;
      totals.promptTokens += usage.promptTokens;
      totals.answerTokens += usage.answerTokens;
      if (cost !== undefined) totals.cost = (totals.cost ?? 0) + cost;
    }
    this.tell(Notifications.modelUsage, { ...totals });
  }

  private async stream(
    model: string,
    request: { messages: readonly ModelMessage[]; maxTokens: number },
    onText: (piece: string) => void,
    signal?: AbortSignal,
  ): Promise<string> {
    const stream = ++this.lastStream;
    this.streams.set(stream, onText);
    try {
      const params = { stream, model, messages: [...request.messages], maxTokens: request.maxTokens };
      return (await this.ask(ClientRequests.askEditorModel, params, signal)).text;
    } finally {
      this.streams.delete(stream);
    }
  }

  private async ask<P, R>(type: RequestType<P, R, ErrorData>, params: P, signal?: AbortSignal): Promise<R> {
    throwIfCancelled(signal);
    const source = new CancellationTokenSource();
    const cancel = (): void => source.cancel();
    signal?.addEventListener('abort', cancel);
    try {
      return await this.connection.sendRequest(type, params, source.token);
    } catch (thrown) {
      throwIfCancelled(signal);
      const data = errorData.safeParse((thrown as { data?: unknown }).data);
      const { message } = toAttestError(thrown);
      throw data.success
        ? new AttestError(data.data.reason, message, data.data.advice)
        : toAttestError(thrown);
    } finally {
      signal?.removeEventListener('abort', cancel);
      source.dispose();
    }
  }

  // The client may be gone; its process ends this one then.
  private tell<P>(type: NotificationType<P>, params: P): void {
    if (this.asksClient) void this.connection.sendNotification(type, params).catch(() => undefined);
  }
}
