package dev.docket.program;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * One item of a checklist.
 *
 * @param key names the item in values; a new label never touches what was checked
 */
@Schema(name = "ChecklistItem")
public record ChecklistItem(String key, String label) {}
