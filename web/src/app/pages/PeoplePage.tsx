import { useMe } from '@/domain/me';
import { PeopleList } from '@/features/people/PeopleList';
import { NotFound } from './Fallback';

export function PeoplePage() {
  return useMe().can.manageUsers ? <PeopleList /> : <NotFound />;
}
