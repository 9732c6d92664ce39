import type { Axis } from '../../src/core/verdicts/finding';
import type { Tab } from '../protocol';

/** What the panel keeps for itself while it is hidden: navigation and drafts, never data. */
export interface UiState {
  tab: Tab;
  /** Pixels from the top, per tab. */
  scroll: Partial<Record<Tab, number>>;
  drafts: { factCheck: string; chat: string };
  /** Parts that a person opened or closed, by their key. */
  open: Record<string, boolean>;
  /** Findings: what they are measured against, or everything. */
  axis: ShownAxis;
  /** Faithfulness: leave out the sentences that are supported. */
  onlyUnsupported: boolean;
}

/** Which findings are shown. */
export type ShownAxis = Axis | 'all';

/** The choices of the filter, in the order in which they stand. */
export const shownAxes: readonly ShownAxis[] = ['all', 'faithfulness', 'guideline', 'consistency', 'style'];

const order: readonly Tab[] = ['findings', 'factCheck', 'faithfulness', 'chat', 'library'];

/** Reads a state that may come from an older version or be damaged; whatever is not usable starts afresh. */
export function parseUiState(saved: unknown): UiState {
  const state = isRecord(saved) ? saved : {};
  const drafts = isRecord(state.drafts) ? state.drafts : {};
  const scroll = isRecord(state.scroll) ? state.scroll : {};
  const open = isRecord(state.open) ? state.open : {};
  return {
    tab: order.find((tab) => tab === state.tab) ?? 'findings',
    scroll: Object.fromEntries(
      order.flatMap((tab) => {
        const top = scroll[tab];
        return typeof top === 'number' && Number.isFinite(top) && top >= 0 ? [[tab, top]] : [];
      }),
    ),
    drafts: {
      factCheck: typeof drafts.factCheck === 'string' ? drafts.factCheck : '',
      chat: typeof drafts.chat === 'string' ? drafts.chat : '',
    },
    open: Object.fromEntries(
      Object.entries(open).filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean'),
    ),
    axis: shownAxes.find((axis) => axis === state.axis) ?? 'all',
    onlyUnsupported: state.onlyUnsupported === true,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
