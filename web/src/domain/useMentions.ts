import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import type { RequestRef } from '@/api/calls';
import { mentionableQuery } from '@/api/request';
import type { Person } from '@/api/types';

export interface MentionPlace {
  requestRef: RequestRef;
  /** Only those who read it can be mentioned. */
  internal: boolean;
}

export interface MentionChoice {
  people: Person[];
  active: number;
  pick: (person: Person) => void;
  /** Whether the key was for the list. */
  onKey: (event: KeyboardEvent) => boolean;
}

/** The people who fit what is typed after an `@`; null while no name is being typed. */
export function useMentions(
  place: MentionPlace | undefined,
  typed: string | null,
  onPick: (person: Person) => void,
): MentionChoice | null {
  const [dismissed, setDismissed] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const asked = place !== undefined && typed !== null && typed !== dismissed;
  const { data = [] } = useQuery({
    ...mentionableQuery(place?.requestRef ?? NOWHERE, place?.internal ?? false, typed ?? ''),
    enabled: asked,
    placeholderData: keepPreviousData,
  });
  const people = data.slice(0, SHOWN);
  if (!asked || people.length === 0) return null;
  const current = Math.min(active, people.length - 1);
  const pick = (person: Person) => {
    setActive(0);
    onPick(person);
  };
  const onKey = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean => {
    const person = people[current];
    if (ctrlKey || metaKey) return false;
    if (key === 'ArrowDown') setActive((current + 1) % people.length);
    else if (key === 'ArrowUp') setActive((current + people.length - 1) % people.length);
    else if (key === 'Escape') setDismissed(typed);
    else if ((key === 'Enter' || key === 'Tab') && person !== undefined) pick(person);
    else return false;
    return true;
  };
  return { people, active: current, pick, onKey };
}

const SHOWN = 8;
const NOWHERE: RequestRef = { programId: '', requestId: '' };
