package dev.docket.demo;

import dev.docket.attachment.Attachments;
import dev.docket.comment.Comments;
import dev.docket.program.Memberships;
import dev.docket.program.ProgramFields;
import dev.docket.program.Programs;
import dev.docket.request.Participants;
import dev.docket.request.RequestSteps;
import dev.docket.request.Requests;
import dev.docket.request.Templates;
import jakarta.inject.Singleton;

/** What can be done inside a program: the same verbs that the API calls, with the same rules. */
@Singleton
record Verbs(
        Programs programs,
        ProgramFields fields,
        Memberships memberships,
        Requests requests,
        RequestSteps steps,
        Participants participants,
        Templates templates,
        Comments comments,
        Attachments attachments) {}
