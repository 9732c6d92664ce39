import type { ModelPlace } from '../../core/language-model/language-model';
import type { ModelUsageTotals, ServerState } from '../../server/protocol';

/** `vscode.l10n.t`, passed in so that these functions stay pure. */
export type Translate = (message: string, ...args: (string | number | boolean)[]) => string;

type IndexProgress = Extract<ServerState, { kind: 'indexing' }>['progress'];

/** What the status bar item shows and what a screen reader says. */
export interface StatusText {
  text: string;
  label: string;
  tooltip: string;
  severity: 'none' | 'error';
}

/** What decides where text goes. */
export interface Destinations {
  /** Folder or URI of the library. */
  library: string;
  /** Where the language model runs; undefined: none may be used. */
  model?: ModelPlace | undefined;
  /** What its calls took so far. */
  usage?: ModelUsageTotals | undefined;
  /** How often agents of the editor were given what tools found. */
  agents?: number;
}

/** Places that text goes to, none while it stays on this computer, and a sentence on it. */
export function destination(
  { library, model, agents = 0 }: Destinations,
  t: Translate,
): { places: string[]; short: string; sentences: string[] } {
  const places: string[] = [];
  const sentences: string[] = [];
  const scheme = /^([a-z][a-z0-9+.-]+):\/\/[^/?#]*/i.exec(library);
  if (scheme && scheme[1]?.toLowerCase() !== 'file') {
    places.push(scheme[0]);
    sentences.push(t('Searches of the library go to {0}.', scheme[0]));
  }
  const isHere = model?.kind === 'endpoint' && model.loopback;
  if (model && !isHere) {
    const place = model.kind === 'editor' ? model.vendor : model.host;
    places.push(place);
    sentences.push(t('What a language model reads goes to {0}.', place));
  }
  if (agents > 0) {
    places.push(t('agents'));
    sentences.push(t('Agents of this editor were given what tools found, times: {0}.', agents));
  }
  if (isHere) sentences.push(t('A language model on this computer is used ({0}).', model.host));
  if (places.length === 0) sentences.push(t('Offline: text stays on this computer.'));
  const here = isHere ? t('model on this computer') : t('offline');
  return { places, short: places.length === 0 ? here : places.join(' · '), sentences };
}

/** `12 calls of the language model, 34000 tokens, cost 0.02`. */
export function usageText(
  { calls, promptTokens, answerTokens, cost }: ModelUsageTotals,
  t: Translate,
): string {
  const tokens = promptTokens + answerTokens;
  return cost === null
    ? t('Calls of the language model: {0}, tokens: {1}.', calls, tokens)
    : t('Calls of the language model: {0}, tokens: {1}, cost: {2}.', calls, tokens, cost.toFixed(4));
}

/** `3 of 12 files, about 20 s left`. */
export function progressText({ phase, done, total, secondsLeft }: IndexProgress, t: Translate): string {
  if (phase === 'scanning') return t('looking for files');
  if (phase === 'finishing') return t('finishing');
  const count = t('{0} of {1} files', done, total);
  return secondsLeft === undefined ? count : t('{0}, about {1} left', count, duration(secondsLeft, t));
}

function duration(seconds: number, t: Translate): string {
  return seconds < 90 ? t('{0} s', Math.max(1, Math.round(seconds))) : t('{0} min', Math.round(seconds / 60));
}

/** What is known of the note in the active editor. */
export interface NoteStatus {
  findings: number;
  /** False where it was not compared with a source. */
  compared: boolean;
  /** Why it was not compared, where its language is why. */
  language?: string;
  /** Why no language model judged what is open, where one should. */
  unjudged?: string;
}

/**
 * The status bar's text for a state of the engine.
 * @param note the note in the active editor, where it was checked; shown while the engine is idle
 */
export function statusText(
  state: ServerState,
  destinations: Destinations,
  t: Translate,
  note?: NoteStatus,
): StatusText {
  const { short: place, sentences } = destination(destinations, t);
  const usage = destinations.usage ? [usageText(destinations.usage, t)] : [];
  const privacy = [...sentences, ...usage].join(' ');
  if (state.kind === 'error') {
    const tooltip = `${state.message} ${state.advice} ${privacy}`;
    const label = t('Attest: error. {0}', state.message);
    return { text: `$(error) ${t('Attest: error')} · ${place}`, label, tooltip, severity: 'error' };
  }
  const idle = state.kind === 'ready';
  const activity = idle && note ? noteText(note, t) : t('Attest: {0}', activityText(state, t));
  const reason = idle && note?.language !== undefined ? ` ${note.language}` : '';
  const unjudged =
    idle && note?.unjudged !== undefined
      ? ` ${t('Decided without the language model: {0}', note.unjudged)}`
      : '';
  const label = `${activity}.${reason}${unjudged} ${privacy}`;
  const sign = note && !note.compared ? '$(circle-slash)' : '$(verified)';
  const short = idle ? `${sign} ${note ? activity : 'Attest'}` : `$(sync~spin) ${activity}`;
  return { text: `${short} · ${place}`, label, tooltip: label, severity: 'none' };
}

/** `Attest: 2 findings`; a note that nothing was compared with must not look like one without findings. */
export function noteText({ findings, compared, language }: NoteStatus, t: Translate): string {
  if (language !== undefined && findings === 0) return t('Attest: not scored: language');
  const count =
    findings === 0
      ? t('Attest: no findings')
      : findings === 1
        ? t('Attest: 1 finding')
        : t('Attest: {0} findings', findings);
  return compared ? count : t('{0}, not compared with a source', count);
}

function activityText(state: Exclude<ServerState, { kind: 'error' }>, t: Translate): string {
  if (state.kind === 'indexing') return t('indexing {0}', progressText(state.progress, t));
  return state.kind === 'checking' ? t('checking') : t('ready');
}
