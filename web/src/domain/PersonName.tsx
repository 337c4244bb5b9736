import type { Person } from '@/api/types';
import { Avatar } from '@/ui/Avatar';

export const PersonName = ({ person }: { person: Person }) => (
  <span className="inline-flex max-w-full min-w-0 items-center gap-1.5">
    <Avatar id={person.id} name={person.name} />
    <span className="truncate">{person.name}</span>
  </span>
);
