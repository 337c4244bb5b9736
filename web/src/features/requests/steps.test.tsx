import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Step } from '@/api/calls';
import type { ProgramRole, RequestAction, RequestStatus } from '@/api/types';
import { TestingServer } from '@/testing/TestingServer';
import { renderLive } from '@/testing/renderPage';
import { aDetail, aProgram, aRequest } from '@/testing/things';
import { LifeCycle } from './LifeCycle';

beforeEach(() => {
  new TestingServer();
});

const BUTTONS: Record<Step, string> = {
  submit: 'Submit',
  withdraw: 'Withdraw',
  review: 'Start review',
  approve: 'Approve',
  reject: 'Reject',
  complete: 'Complete',
};

const ROLES = { manager: 'manager', assignee: 'team_member', member: 'team_member', owner: 'client', guest: 'client' };
type Who = keyof typeof ROLES;

/** What each may do in each state, by the rules of the server, and which steps they see; in brackets: with a reason, why not. */
const MATRIX: [RequestStatus, Who, Step[], string[]][] = [
  ['draft', 'manager', ['submit'], ['Submit']],
  ['draft', 'member', [], ['(Submit)']],
  ['draft', 'owner', ['submit'], ['Submit']],
  ['draft', 'guest', [], ['(Submit)']],
  [
    'submitted',
    'manager',
    ['review', 'approve', 'reject', 'withdraw'],
    ['Start review', 'Approve', 'Reject', 'Withdraw'],
  ],
  ['submitted', 'assignee', [], ['(Start review)', '(Approve)', '(Reject)', '(Withdraw)']],
  ['submitted', 'member', [], ['(Start review)', '(Approve)', '(Reject)', '(Withdraw)']],
  ['submitted', 'owner', ['withdraw'], ['Withdraw']],
  ['submitted', 'guest', [], ['(Withdraw)']],
  ['in_review', 'manager', ['approve', 'reject'], ['Approve', 'Reject']],
  ['in_review', 'member', [], ['(Approve)', '(Reject)']],
  ['in_review', 'owner', [], []],
  ['in_review', 'guest', [], []],
  ['approved', 'manager', ['complete'], ['Complete']],
  ['approved', 'assignee', ['complete'], ['Complete']],
  ['approved', 'member', [], ['(Complete)']],
  ['approved', 'owner', [], []],
  ['rejected', 'manager', ['submit'], ['Submit again']],
  ['rejected', 'member', [], ['(Submit again)']],
  ['rejected', 'owner', ['submit'], ['Submit again']],
  ['rejected', 'guest', [], ['(Submit again)']],
  ['completed', 'manager', [], []],
  ['completed', 'member', [], []],
  ['completed', 'owner', [], []],
];

function show(status: RequestStatus, who: Who, allowed: RequestAction[], requireApproval = true) {
  const program = aProgram({ myRole: ROLES[who] as ProgramRole, requireApproval });
  const request = aDetail(aRequest(1, { status }), allowed);
  renderLive(<LifeCycle request={request} program={program} look="panel" onDeleted={() => undefined} />);
  return screen.queryAllByRole('button');
}

const isRefused = (button: HTMLElement) => button.getAttribute('aria-disabled') === 'true';
const seen = (buttons: HTMLElement[]) =>
  buttons.map((button) => {
    const name = button.textContent.trim();
    return isRefused(button) ? `(${name})` : name;
  });

describe('the steps of a request', () => {
  it.each(MATRIX)('that is %s, to its %s', (status, who, allowed, expected) => {
    const buttons = show(status, who, allowed);
    expect(seen(buttons)).toEqual(expected);
    // Nobody is left to guess why not.
    for (const button of buttons.filter(isRefused))
      expect(button).toHaveAccessibleDescription(/^Only a program manager can (\w+)\.$/);
  });

  it.each(MATRIX.filter(([, , , expected]) => expected.length === 0))('that is %s: %s is told so', (status, who) => {
    show(status, who, []);
    const text = status === 'completed' ? /Nothing is left to do/ : 'Nothing to do for you at the moment.';
    expect(screen.getByText(text)).toBeVisible();
  });

  it.each<[RequestStatus, boolean]>([
    ['submitted', true],
    ['in_review', true],
    ['approved', true],
    ['draft', false],
    ['rejected', false],
  ])('without approval can be completed when %s: %s', (status, offered) => {
    const buttons = show(status, 'member', [], false);
    expect(seen(buttons).includes(`(${BUTTONS.complete})`)).toBe(offered);
  });

  it('say the reason of what would be next, where nothing can be done', () => {
    show('approved', 'member', []);
    expect(screen.getByText('Only a program manager can complete.', { selector: 'p' })).toBeVisible();
  });
});
