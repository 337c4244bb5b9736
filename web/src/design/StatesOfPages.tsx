import { Inbox } from 'lucide-react';
import { Button } from '@/ui/Button';
import { Section } from '@/ui/Section';
import { Alert, Done, EmptyState, ErrorState, Progress, Skeleton, SkeletonRows } from '@/ui/states';
import { Sample } from './Sample';

/** Nothing there, not there yet, failed, done. */
export const StatesOfPages = () => (
  <>
    <Sample title="Beside what caused it">
      <Alert>A program needs a manager.</Alert>
      <Done>Saved.</Done>
    </Sample>
    <Sample title="Empty">
      <EmptyState
        icon={<Inbox size={28} strokeWidth={1.5} aria-hidden />}
        title="No requests yet"
        text="What would be here."
      >
        <Button variant="primary">New request</Button>
      </EmptyState>
    </Sample>
    <Sample title="Failed">
      <ErrorState
        title="This did not load"
        text="The server cannot be reached."
        retry={{ label: 'Try again', onRetry: () => undefined }}
      />
    </Sample>
    <Sample title="Loading">
      <div className="w-full">
        <SkeletonRows rows={3} label="Loading" />
      </div>
      <Skeleton className="h-6 w-48" />
      <Progress value={0.4} label="Upload" />
    </Sample>
    <Sample title="Section of a page of settings">
      <Section title="Registration" text="What the setting does to people.">
        <p>Its controls.</p>
      </Section>
    </Sample>
  </>
);
