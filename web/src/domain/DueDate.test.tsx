import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { RequestStatus } from '@/api/types';
import { TooltipProvider } from '@/ui/Tooltip';
import { dueState } from './due';
import { DueDate } from './DueDate';
import { today } from './format';

describe('a due date', () => {
  it.each([
    ['2026-12-23', 'overdue'],
    ['2026-12-24', 'today'],
    ['2026-12-25', 'soon'],
    ['2026-12-27', 'soon'],
    ['2026-12-28', 'later'],
    ['2027-01-01', 'later'],
  ])('of %s is %s on 24 December', (date, state) => {
    expect(dueState(date, '2026-12-24')).toBe(state);
  });

  const show = (dueDate: string | null, status: RequestStatus) =>
    render(
      <TooltipProvider>
        <DueDate request={{ dueDate, status }} />
      </TooltipProvider>,
    );

  it('says in words what presses', () => {
    show(today(), 'submitted');
    expect(screen.getByText('Due today')).toBeInTheDocument();
    show('2020-05-01', 'in_review');
    expect(screen.getByText('Overdue since May 1, 2020')).toBeInTheDocument();
  });

  it('of a finished request presses nobody', () => {
    show('2020-05-01', 'completed');
    expect(screen.getByText('May 1, 2020')).toBeVisible();
    expect(screen.queryByText(/Overdue/)).toBeNull();
  });

  it('is not there when there is none', () => {
    expect(show(null, 'draft').container).toBeEmptyDOMElement();
  });
});
