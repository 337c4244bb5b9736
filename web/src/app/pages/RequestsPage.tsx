import { getRouteApi } from '@tanstack/react-router';
import { RequestList } from '@/features/requests/RequestList';
import { useProgram } from './useProgram';

const route = getRouteApi('/inside/programs/$programId/');

export function RequestsPage() {
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const { data: program } = useProgram();
  return (
    program && (
      <RequestList program={program} filter={filter} onFilter={(search) => void navigate({ search, replace: true })} />
    )
  );
}
