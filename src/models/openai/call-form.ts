import { toAttestError } from '../../core/errors';
import type { ModelCapabilities, ModelRequest } from '../../core/language-model/language-model';
import { bodyOf, isOfSystem, isUsual, takesNoSystem, type CallBody } from './call-body';
import type { EndpointConfig } from './endpoint';
import { isRefusedForm } from './probe';

/** The form in which one model wants to be called: found out when it is first needed, and kept. */
export class CallForm {
  private probed: Promise<ModelCapabilities> | undefined;
  /** A message of the system was taken in this session, so a call that is refused is refused for something else. */
  private takesSystem = false;

  /**
   * @param model the model's name, as its endpoint has it
   * @param tryOut finds out what the model can do, by asking it
   * @param onProbed takes what was found out
   * @param known what was found out before
   */
  constructor(
    private readonly model: string,
    private readonly tryOut: (signal?: AbortSignal) => Promise<ModelCapabilities>,
    private readonly onProbed: EndpointConfig['onProbed'],
    known: ModelCapabilities | undefined,
  ) {
    this.probed = known && Promise.resolve(known);
  }

  async capabilities(signal?: AbortSignal): Promise<ModelCapabilities> {
    try {
      return await this.probedOnce(signal);
    } catch (error) {
      // Somebody else began to probe and gave up; that is no answer for this caller.
      if (toAttestError(error).reason !== 'cancelled' || signal?.aborted === true) throw error;
      return this.probedOnce(signal);
    }
  }

  /** Has the model tried out again by whoever asks next what it can do. */
  forget(): void {
    this.probed = undefined;
  }

  private probedOnce(signal?: AbortSignal): Promise<ModelCapabilities> {
    this.probed ??= this.probe(signal).catch((error: unknown) => {
      this.probed = undefined;
      throw error;
    });
    return this.probed;
  }

  private async probe(signal?: AbortSignal): Promise<ModelCapabilities> {
    const capabilities = await this.tryOut(signal);
    this.onProbed?.(capabilities);
    return capabilities;
  }

  /**
   * Makes a call in the form that the model wants. A plain call needs nothing tried out: most models take it in the usual
   * form, and only where that is refused is the form found out, and the call made again.
   */
  async call<T>(
    request: ModelRequest,
    signal: AbortSignal | undefined,
    call: (body: CallBody) => Promise<T>,
  ): Promise<T> {
    const can =
      request.schema || request.logprobs
        ? await this.capabilities(signal)
        : await this.probed?.catch(() => undefined);
    try {
      const answer = await call(bodyOf(this.model, request, can));
      this.takesSystem ||= can?.form?.system !== false && request.messages.some(isOfSystem);
      return answer;
    } catch (error) {
      if (!isRefusedForm(error)) throw error;
      if (can) return this.withoutSystem(request, can, call, error);
      const found = await this.capabilities(signal);
      if (!found.form || isUsual(found.form)) throw error;
      return call(bodyOf(this.model, request, found));
    }
  }

  /** A model that was tried out before anybody asked whether it takes a system message: that it does not is remembered. */
  private async withoutSystem<T>(
    request: ModelRequest,
    can: ModelCapabilities,
    call: (body: CallBody) => Promise<T>,
    refused: unknown,
  ): Promise<T> {
    const merged = this.takesSystem ? undefined : takesNoSystem(request, can);
    if (!merged) throw refused;
    const answer = await call(bodyOf(this.model, request, merged)).catch(() => {
      throw refused;
    });
    this.probed = Promise.resolve(merged);
    this.onProbed?.(merged);
    return answer;
  }
}
