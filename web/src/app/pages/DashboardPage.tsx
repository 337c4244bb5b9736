import { DashboardView } from '@/features/dashboard/DashboardView';

export const DashboardPage = () => <DashboardView />;
