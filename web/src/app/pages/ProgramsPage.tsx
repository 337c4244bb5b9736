import { ProgramList } from '@/features/programs/ProgramList';

export const ProgramsPage = () => <ProgramList />;
