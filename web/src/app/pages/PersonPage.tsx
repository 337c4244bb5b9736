import { getRouteApi } from '@tanstack/react-router';
import { PersonView } from '@/features/people/PersonView';

const route = getRouteApi('/inside/admin/people/$userId');

export const PersonPage = () => <PersonView userId={route.useParams().userId} />;
