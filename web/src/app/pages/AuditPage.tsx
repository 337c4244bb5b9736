import { getRouteApi } from '@tanstack/react-router';
import { AuditView } from '@/features/audit/AuditView';

const route = getRouteApi('/inside/admin/audit');

export function AuditPage() {
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  return <AuditView filter={filter} onFilter={(search) => void navigate({ search, replace: true })} />;
}
