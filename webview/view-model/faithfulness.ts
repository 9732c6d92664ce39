import type { Verdict } from '../../src/core/verdicts/verdict';
import type { FaithfulnessResult, PanelModel } from '../protocol';
import { formatInterval, formatPercent, t } from '../l10n';
import { evidenceList } from './evidence';
import { baseName } from './paths';
import { scoreView } from './score';
import type { ScoreView } from './score';
import { run, screenOf } from './screen';
import type { Action, Screen } from './screen';
import { verdictLabel } from './verdict';

/** A sentence of the summary with its verdict. */
export interface SentenceRow {
  verdict: Verdict;
  verdictLabel: string;
  text: string;
  /** Why it was not scored. */
  reason?: string;
  evidence: ReturnType<typeof evidenceList>;
  /** Shows the sentence in its document, where it has one. */
  show?: Action;
}

/** The Faithfulness tab for a scored summary. */
export interface FaithfulnessView {
  name: string;
  /** The headline, e.g. `72%`; absent when nothing was scored. */
  headline?: { share: string; text: string };
  score: ScoreView;
  sources: { label: string; action: Action }[];
  sentences: SentenceRow[];
}

/** What the Faithfulness tab shows. */
export function faithfulnessScreen(model: PanelModel): Screen<FaithfulnessView> {
  const again = run('attest.scoreFaithfulness', t('Score Faithfulness…'), 'faithfulness');
  return screenOf(
    model.faithfulness,
    { loading: t('Comparing each sentence with its source…'), retry: again },
    () => ({
      kind: 'empty',
      icon: 'faithfulness',
      title: t('No summary scored yet'),
      body: t(
        'Open a summary, or select part of one, and see for each sentence whether its source supports it.',
      ),
      actions: [
        run('attest.scoreFaithfulness', t('Score Summary Faithfulness…'), 'faithfulness'),
        run('attest.openSampleClinic', t('Open Sample Clinic'), 'sample'),
      ],
    }),
    (result) => ({ kind: 'ready', ...faithfulnessView(result) }),
  );
}

function faithfulnessView(result: FaithfulnessResult): FaithfulnessView {
  // Contradictions lead: typed comparison finds them surely, while "supported" is only said of what stands word for word.
  const contradicted = result.summary.shares?.contradicted;
  return {
    name: result.name,
    ...(contradicted && {
      headline: {
        share: formatPercent(contradicted.share),
        text: t('contradicted, 95% interval {0}', formatInterval(contradicted)),
      },
    }),
    score: scoreView(result.summary, 'sentence', result.notScored),
    sources: result.sources.map((source) => ({
      label: baseName(source),
      action: { label: t('Open source {0}', baseName(source)), message: { type: 'openFile', path: source } },
    })),
    sentences: result.sentences.map((sentence) => ({
      verdict: sentence.verdict,
      verdictLabel: verdictLabel(sentence.verdict),
      text: sentence.text,
      ...(sentence.reason !== undefined && { reason: sentence.reason }),
      evidence: evidenceList(sentence.citations, 0),
      ...(result.uri !== undefined && {
        show: {
          label: t('Show in note'),
          message: {
            type: 'revealSpan',
            uri: result.uri,
            start: sentence.start + (result.offset ?? 0),
            end: sentence.end + (result.offset ?? 0),
          },
        } satisfies Action,
      }),
    })),
  };
}
