import type { Step } from '@/api/calls';
import type { Program, RequestDetail, RequestStatus } from '@/api/types';

/** The steps that lead on from a state, the likeliest first. */
const NEXT: Record<RequestStatus, Step[]> = {
  draft: ['submit'],
  submitted: ['review', 'approve', 'reject', 'withdraw'],
  in_review: ['approve', 'reject'],
  approved: ['complete'],
  rejected: ['submit'],
  completed: [],
};

const ALL: Step[] = ['submit', 'review', 'approve', 'complete', 'reject', 'withdraw'];
const FOR_CLIENTS: ReadonlySet<Step> = new Set<Step>(['submit', 'withdraw']);

export interface OfferedStep {
  step: Step;
  /** Why it can't be taken; undefined when it can. */
  reason?: string;
}

/**
 * What to offer: everything that may be done now, and what would be next but is not allowed, with its reason. Clients are not
 * shown steps that are never theirs.
 */
export function offeredSteps(
  request: RequestDetail,
  program: Pick<Program, 'myRole' | 'requireApproval'>,
): OfferedStep[] {
  const next = [...NEXT[request.status]];
  const skipsApproval = !program.requireApproval && (request.status === 'submitted' || request.status === 'in_review');
  if (skipsApproval) next.push('complete');
  return ALL.filter((step) => request.can[step] || next.includes(step))
    .filter((step) => request.can[step] || program.myRole !== 'client' || FOR_CLIENTS.has(step))
    .toSorted((a, b) => rank(next, a) - rank(next, b))
    .map((step) => (request.can[step] ? { step } : { step, reason: request.cannot[step] ?? '' }));
}

const rank = (next: Step[], step: Step) => (next.includes(step) ? next.indexOf(step) : next.length);

/** The one primary button: the first step that may be taken and leads on. */
export const primaryStep = (steps: OfferedStep[]): Step | undefined =>
  steps.find(({ step, reason }) => reason === undefined && step !== 'reject' && step !== 'withdraw')?.step;
