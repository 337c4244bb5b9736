import type { Change } from '@/api/types';

/** The settings of a program that have words of their own in histories. */
export const SETTINGS = [
  'name',
  'allowClientSubmission',
  'requireApproval',
  'requireCompleteChecklists',
  'maxActiveRequests',
  'maxActiveRequestsPerUser',
  'startDate',
  'endDate',
  'timeZone',
  'dueRuleEnabled',
  'dueOffsetDays',
  'dueDateField',
  'complianceType',
] as const;
export type SettingName = (typeof SETTINGS)[number];

export const isSetting = (field: string): field is SettingName => (SETTINGS as readonly string[]).includes(field);

/** In the history of a program a change may be that of a whole field. */
export const isDefinition = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'key' in value && 'type' in value;

/** What became of something that is only named. */
export const became = ({ before, after }: Change): 'Added' | 'Changed' | 'Removed' =>
  isNothing(before) ? 'Added' : isNothing(after) ? 'Removed' : 'Changed';

const isNothing = (value: unknown) => value === null || value === undefined;
