import type { IndexProgress } from '../../src/engine/engine';
import type { PanelModel } from '../protocol';
import { formatNumber, plural, t } from '../l10n';
import { baseName } from './paths';
import { run } from './screen';
import type { Action } from './screen';

/** What the header says about the engine. */
export interface EngineStateView {
  tone: 'busy' | 'ready' | 'error';
  text: string;
  advice?: string;
  action?: Action;
}

/** How far the indexer is. */
export interface IndexingView {
  text: string;
  done: number;
  /** 0 while the files are still being counted. */
  total: number;
}

/** The header's line about the engine. */
export function engineStateView(server: PanelModel['server']): EngineStateView {
  switch (server.kind) {
    case 'ready':
      return { tone: 'ready', text: t('Ready') };
    case 'indexing':
      return { tone: 'busy', text: indexingView(server.progress).text };
    case 'checking':
      return { tone: 'busy', text: t('Checking {0}…', baseName(server.uri)) };
    case 'error':
      return {
        tone: 'error',
        text: server.message,
        advice: server.advice,
        action: run('attest.showLog', t('Show Log')),
      };
  }
}

/** The indexer's progress in words and numbers. */
export function indexingView(progress: IndexProgress): IndexingView {
  const { done, total } = progress;
  switch (progress.phase) {
    case 'scanning':
      return { text: t('Looking for guidelines…'), done: 0, total: 0 };
    case 'finishing':
      return { text: t('Finishing the index…'), done, total };
    case 'reading': {
      const count = t('Indexing {0} of {1}', formatNumber(done), formatNumber(total));
      const left = progress.secondsLeft;
      return { text: left === undefined ? count : `${count}, ${timeLeft(left)}`, done, total };
    }
  }
}

function timeLeft(seconds: number): string {
  return seconds < 60
    ? t('about {0} s left', Math.max(1, Math.round(seconds)))
    : plural(Math.round(seconds / 60), 'about 1 minute left', 'about {0} minutes left');
}
