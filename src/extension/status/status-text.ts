import type { ServerState } from '../../server/protocol';

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

/** Where text goes: nowhere, unless the library itself lies on another machine. */
export function destination(library: string): { offline: true } | { offline: false; place: string } {
  const scheme = /^([a-z][a-z0-9+.-]+):\/\/[^/?#]*/i.exec(library);
  if (!scheme || scheme[1]?.toLowerCase() === 'file') return { offline: true };
  return { offline: false, place: scheme[0] };
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
}

/**
 * The status bar's text for a state of the engine.
 * @param note the note in the active editor, where it was checked; shown while the engine is idle
 */
export function statusText(state: ServerState, library: string, t: Translate, note?: NoteStatus): StatusText {
  if (state.kind === 'error') {
    const tooltip = `${state.message} ${state.advice}`;
    const label = t('Attest: error. {0}', state.message);
    return { text: `$(error) ${t('Attest: error')}`, label, tooltip, severity: 'error' };
  }
  const where = destination(library);
  const privacy = where.offline
    ? t('Offline: text stays on this computer.')
    : t('Searches of the library go to {0}.', where.place);
  const idle = state.kind === 'ready';
  const activity = idle && note ? noteText(note, t) : t('Attest: {0}', activityText(state, t));
  const label = `${activity}. ${privacy}`;
  const sign = note && !note.compared ? '$(circle-slash)' : '$(verified)';
  const short = idle ? `${sign} ${note ? activity : 'Attest'}` : `$(sync~spin) ${activity}`;
  return {
    text: `${short} · ${where.offline ? t('offline') : where.place}`,
    label,
    tooltip: label,
    severity: 'none',
  };
}

/** `Attest: 2 findings`; a note that nothing was compared with must not look like one without findings. */
export function noteText({ findings, compared }: NoteStatus, t: Translate): string {
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
