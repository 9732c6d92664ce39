/** The pictures of the panel; drawn in webview/components/icons.ts. */
export const iconNames = [
  'supported',
  'contradicted',
  'not-addressed',
  'not-sure',
  'not-scored',
  'error',
  'warning',
  'information',
  'hint',
  'findings',
  'fact-check',
  'faithfulness',
  'chat',
  'library',
  'offline',
  'file',
  'open',
  'fix',
  'show',
  'ignore',
  'refresh',
  'add-folder',
  'trash',
  'send',
  'link',
  'sample',
  'chevron',
] as const;

/** Name of one of the panel's pictures. */
export type IconName = (typeof iconNames)[number];
