import type { Program } from '@/api/types';
import type { LiveEvent } from './events';

/** The list of programs after one event. What a program looks like to this viewer (`can`, `myRole`) stays as it was read. */
export function applyToPrograms(programs: Program[], event: LiveEvent): Program[] {
  switch (event.event) {
    case 'program:updated':
      return change(programs, event.programId, (program) => ({ ...program, ...event.data.program }));
    case 'request:status_changed': {
      const difference = openChangeOf(event);
      if (difference === 0) return programs;
      return change(programs, event.programId, (program) => withOpenRequests(program, difference));
    }
    default:
      return programs;
  }
}

function change(programs: Program[], id: string, by: (program: Program) => Program): Program[] {
  return programs.some((program) => program.id === id)
    ? programs.map((program) => (program.id === id ? by(program) : program))
    : programs;
}

const OPEN: ReadonlySet<string> = new Set(['submitted', 'in_review', 'approved']);

export function openChangeOf(event: LiveEvent): number {
  return event.event === 'request:status_changed' ? openChange(event.data.from, event.data.to) : 0;
}

/** By how much a step changes the number of open requests. */
export function openChange(from: string, to: string): number {
  return Number(OPEN.has(to)) - Number(OPEN.has(from));
}

export function withOpenRequests(program: Program, difference: number): Program {
  return { ...program, openRequests: Math.max(0, program.openRequests + difference) };
}
