import type {
  LanguageModel,
  ModelAnswer,
  ModelRequest,
  TokenProbability,
} from '../../../src/core/language-model/language-model';
import type { ScoredVerdict } from '../../../src/core/verdicts/verdict';

/** The verdicts that a simulated reader chooses from. */
export const labels = ['supported', 'contradicted', 'not-addressed'] as const satisfies ScoredVerdict[];
export type Label = (typeof labels)[number];

export interface Simulation {
  /** How often a reader is right (0…1). */
  accuracy: number;
  /** How often a reader says what the first reader of the statement said, right or wrong, instead of reading for itself (0…1). */
  sameMistake: number;
  /** The model gives probabilities, higher when it is right. */
  logprobs: boolean;
}

/** The statement, and what bears it out. */
export const sentence = 'The matter is dealt with as the protocol of the ward describes.';
const contrary = 'The matter is not dealt with as the protocol of the ward describes.';
/** What every simulated passage holds: a reader finds words for each verdict there, and which are right only the truth tells. */
export const passage = `${sentence} ${contrary}`;

/** A model whose opinions are right as often as asked for; it says nothing but opinions. */
export class SimulatedJudge implements LanguageModel {
  readonly name = 'simulated';
  readonly place = { kind: 'endpoint', host: 'nowhere', loopback: true } as const;
  /** Calls since the last statement began. */
  calls = 0;
  private truth: Label = 'supported';
  private first: Label | undefined;

  constructor(
    private readonly simulation: Simulation,
    private readonly random: () => number,
  ) {}

  /** The next questions are about a statement with this right answer. */
  begin(truth: Label): void {
    this.truth = truth;
    this.first = undefined;
    this.calls = 0;
  }

  capabilities(): Promise<{
    jsonSchema: true;
    jsonMode: true;
    tools: false;
    logprobs: boolean;
    vision: false;
  }> {
    const { logprobs } = this.simulation;
    return Promise.resolve({ jsonSchema: true, jsonMode: true, tools: false, logprobs, vision: false });
  }

  complete({ messages }: ModelRequest): Promise<ModelAnswer> {
    this.calls++;
    const verdict = this.read();
    const quoted =
      verdict === 'not-addressed'
        ? { passageId: '', quote: '' }
        : { passageId: 'P1', quote: verdict === 'supported' ? sentence : contrary };
    const text = JSON.stringify({ ...quoted, reason: 'simulated', verdict });
    return Promise.resolve({
      text,
      usage: {
        promptTokens: Math.ceil(messages.reduce((sum, { content }) => sum + content.length, 0) / 4),
        answerTokens: 40,
        estimated: true,
      },
      finish: 'stop',
      cached: false,
      ...(this.simulation.logprobs && { tokens: this.tokens(verdict) }),
    });
  }

  stream(request: ModelRequest): Promise<ModelAnswer> {
    return this.complete(request);
  }

  private read(): Label {
    if (this.first !== undefined && this.random() < this.simulation.sameMistake) return this.first;
    const wrong = labels.filter((label) => label !== this.truth);
    const verdict =
      this.random() < this.simulation.accuracy
        ? this.truth
        : (wrong[Math.floor(this.random() * wrong.length)] ?? this.truth);
    this.first ??= verdict;
    return verdict;
  }

  private tokens(verdict: Label): TokenProbability[] {
    const u = this.random();
    const share = verdict === this.truth ? 0.5 + 0.5 * Math.sqrt(u) : 0.4 + 0.6 * u;
    return ['"verdict":"', verdict, '"'].map((token) => ({
      token,
      logprob: token === verdict ? Math.log(share) : 0,
      alternatives: [],
    }));
  }
}
