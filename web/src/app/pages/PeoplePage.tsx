import { getRouteApi } from '@tanstack/react-router';
import { PeopleList } from '@/features/people/PeopleList';

const route = getRouteApi('/inside/admin/');

export function PeoplePage() {
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  return <PeopleList filter={filter} onFilter={(search) => void navigate({ search, replace: true })} />;
}
