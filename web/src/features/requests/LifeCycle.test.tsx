import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ProgramRole, RequestAction, RequestStatus } from '@/api/types';
import { problem, TestingServer } from '@/testing/TestingServer';
import { renderLive } from '@/testing/renderPage';
import { aDetail, aProgram, aRequest } from '@/testing/things';
import { LifeCycle } from './LifeCycle';
import { offeredSteps, primaryStep } from './steps';

let server: TestingServer;
const user = userEvent.setup();
const onDeleted = vi.fn();
const path = '/programs/p1/requests/r1';

beforeEach(() => {
  server = new TestingServer();
  onDeleted.mockClear();
});

const inState = (status: RequestStatus, allowed: RequestAction[]) =>
  aDetail(aRequest(1, { status, version: 4 }), allowed);

function show(
  status: RequestStatus,
  allowed: RequestAction[],
  look: 'panel' | 'bar' = 'panel',
  myRole: ProgramRole = 'team_member',
) {
  return renderLive(
    <LifeCycle request={inState(status, allowed)} program={aProgram({ myRole })} look={look} onDeleted={onDeleted} />,
  );
}

describe('the steps on offer', () => {
  const stepsOf = (status: RequestStatus, allowed: RequestAction[], program = aProgram()) =>
    offeredSteps(inState(status, allowed), program);

  it('are what may be done, and what would be next with its reason', () => {
    expect(stepsOf('in_review', ['reject'])).toEqual([
      { step: 'approve', reason: 'Only a program manager can approve.' },
      { step: 'reject' },
    ]);
  });

  it('include completing where no approval is needed', () => {
    const steps = stepsOf('submitted', ['review', 'complete'], aProgram({ requireApproval: false }));
    expect(steps.map(({ step }) => step)).toContain('complete');
  });

  it('show clients only what is theirs', () => {
    const program = aProgram({ myRole: 'client' });
    expect(stepsOf('submitted', ['withdraw'], program)).toEqual([{ step: 'withdraw' }]);
    expect(stepsOf('draft', [], program)).toMatchObject([{ step: 'submit' }]);
    expect(stepsOf('in_review', [], program)).toEqual([]);
  });

  it('have one that leads on as the primary', () => {
    expect(primaryStep(stepsOf('submitted', ['reject', 'review', 'withdraw']))).toBe('review');
    expect(primaryStep(stepsOf('submitted', ['withdraw']))).toBeUndefined();
  });
});

describe('the buttons', () => {
  it('take a step with the version that was seen', async () => {
    server.on(`POST ${path}/review`, () => inState('in_review', []));
    show('submitted', ['review']);
    await user.click(screen.getByRole('button', { name: 'Start review' }));
    expect(server.callsTo(`POST ${path}/review`)[0]?.body).toEqual({ version: 4 });
  });

  it('tell why a step can not be taken, and do nothing', async () => {
    show('in_review', []);
    const approve = screen.getByRole('button', { name: 'Approve' });
    expect(approve).toHaveAttribute('aria-disabled', 'true');
    expect(approve).toHaveAccessibleDescription('Only a program manager can approve.');
    await user.click(approve);
    expect(server.calls.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  it('withdraw by deleting the submission', async () => {
    server.on(`DELETE ${path}/submission`, () => inState('draft', []));
    show('submitted', ['withdraw']);
    await user.click(screen.getByRole('button', { name: 'Withdraw' }));
    expect(server.callsTo(`DELETE ${path}/submission`)).toHaveLength(1);
  });

  it('say what the server refused', async () => {
    server.on(`POST ${path}/approval`, () =>
      problem(409, 'transition-refused', 'Somebody was faster: it is rejected.'),
    );
    show('in_review', ['approve']);
    await user.click(screen.getByRole('button', { name: 'Approve' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Somebody was faster');
  });

  it('call submitting again what it is', () => {
    show('rejected', ['submit']);
    expect(screen.getByRole('button', { name: 'Submit again' })).toBeVisible();
  });

  it('say that nothing is left to do', () => {
    show('completed', []);
    expect(screen.getByText(/is completed/)).toBeVisible();
  });

  it('delete a draft at once for those who can bring it back', async () => {
    server.on(`DELETE ${path}`, () => ({ status: 204 }));
    show('draft', ['delete'], 'panel', 'manager');
    await user.click(screen.getByRole('button', { name: 'Delete draft' }));
    await waitFor(() => expect(onDeleted).toHaveBeenCalledOnce());
  });

  it('are reached by S: the first step that can be taken', async () => {
    show('in_review', ['reject']);
    await user.keyboard('s');
    expect(screen.getByRole('button', { name: 'Reject' })).toHaveFocus();
  });

  it('leave the focus with the steps when a step was taken', async () => {
    server.on(`POST ${path}/review`, () => inState('in_review', []));
    show('submitted', ['review']);
    await user.click(screen.getByRole('button', { name: 'Start review' }));
    await waitFor(() => expect(screen.getByRole('region', { name: 'Next steps' })).toHaveFocus());
  });

  it('ask others before a draft is deleted', async () => {
    server.on(`DELETE ${path}`, () => ({ status: 204 }));
    show('draft', ['delete']);
    await user.click(screen.getByRole('button', { name: 'Delete draft' }));
    expect(server.callsTo(`DELETE ${path}`)).toEqual([]);
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Delete draft' }));
    await waitFor(() => expect(onDeleted).toHaveBeenCalledOnce());
  });

  it('stand on a phone in a bar: the primary one, the others in a menu', async () => {
    server.on(`DELETE ${path}/submission`, () => inState('draft', []));
    show('submitted', ['review', 'withdraw'], 'bar');
    expect(screen.queryByRole('button', { name: 'Withdraw' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'More actions' }));
    await user.click(screen.getByRole('menuitem', { name: 'Withdraw' }));
    expect(server.callsTo(`DELETE ${path}/submission`)).toHaveLength(1);
  });
});

describe('a rejection', () => {
  const dialog = () => within(screen.getByRole('dialog', { name: 'Reject OPS-1' }));

  it('needs a reason, and keeps it when the window closes', async () => {
    server.on(`POST ${path}/rejection`, () => inState('rejected', []));
    show('in_review', ['reject']);
    await user.click(screen.getByRole('button', { name: 'Reject' }));
    await user.click(dialog().getByRole('button', { name: 'Reject' }));
    expect(dialog().getByRole('alert')).toHaveTextContent('Say why');

    await user.type(dialog().getByLabelText(/Reason/), 'No budget');
    await user.click(dialog().getByRole('button', { name: 'Cancel' }));
    await user.click(screen.getByRole('button', { name: 'Reject' }));
    expect(dialog().getByLabelText(/Reason/)).toHaveValue('No budget');

    await user.click(dialog().getByRole('button', { name: 'Reject' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(server.callsTo(`POST ${path}/rejection`)[0]?.body).toEqual({ version: 4, reason: 'No budget' });
  });
});
