"""The table of addresses: looked at one by one. A new one in a later Wagtail isn't in it, and the build fails."""

from routes.kinds import Entry, Kind

READS, DRAFTS, HOUSE, CLOSED, GOVERNED = Kind.READS, Kind.DRAFTS, Kind.HOUSE, Kind.CLOSED, Kind.GOVERNED
REGISTERS = (
    "signoff return permit release delivery unit appointment delegation activation formsheet "
    "historicalsignoff historicalpermit historicaldelivery historicalunit historicalappointment historicalactivation"
)


# Of the plugins beside the core.
ENTRIES = "guanwei_luan_emergency_source guanwei_ankang_police_pressrelease guanwei_ankang_police_declassificationcase"


def _entries(*acts: str) -> str:
    return " ".join(f"{name}_modeladmin_{act}" for name in ENTRIES.split() for act in acts)


def _registers(*acts: str) -> str:
    return " ".join(f"{name}_modeladmin_{act}" for name in REGISTERS.split() for act in acts)


TABLE = (
    # Ours.
    Entry(READS, "articles:", "index index_results choose_parent", "lists"),
    Entry(READS, "editor:", "chain", "says what submitting would do"),
    Entry(DRAFTS, "editor:", "withdraw", "ends a submission; what is public stays"),
    Entry(
        DRAFTS, "findings:", "findings", "what checks find in a draft; answers are recorded, the text stays"
    ),
    Entry(READS, "findings:", "now", "checks what stands on a writer's screen; nothing of it is kept"),
    Entry(READS, "timeline:", "timeline compare", "tells the record"),
    Entry(READS, "published:", "published", "what became of a release"),
    Entry(
        HOUSE,
        "published:",
        "activities report close carried",
        "the calendar, errors told and closed, who else carried it: beside what was signed",
    ),
    Entry(DRAFTS, "published:", "joint push_on", "drafts for other accounts, each by its own route"),
    Entry(READS, "review:", "queue done package", "lists; taking a package is journaled"),
    Entry(
        GOVERNED, "review:", "sign take_down delivery", "signs, releases and takes down by the office's route"
    ),
    Entry(READS, "registers:", "form_sheet", "a sheet as it was kept"),
    Entry(READS, "columns:", "index tree supply counts consultations", "declared columns and what they lack"),
    Entry(
        HOUSE, "columns:", "name consultation", "which unit a name means; a look at a contact, on the record"
    ),
    Entry(DRAFTS, "columns:", "found", "pages of the structure as drafts"),
    Entry(GOVERNED, "columns:", "sign", "submits and signs pages of the structure by their route"),
    Entry(READS, "organisations:", "index agency", "an agency's units, bodies, posts and vacancies"),
    Entry(HOUSE, "organisations:", "add change", "which units there are"),
    Entry(HOUSE, "registers:", "posts rules organisation", "who holds what, which book is in force"),
    Entry(READS, "regulations:", "citation original", "a regulation's wording"),
    Entry(HOUSE, "regulations:", "originals", "an original is loaded; what was loaded stays"),
    Entry(HOUSE, "words:", "index list", "which words a unit has its texts looked through for"),
    Entry(READS, "words:", "export", "a list's words, to take away"),
    Entry(READS, "sheets:", "sheet archived", "printed forms"),
    Entry(READS, "sheets:", "draft", "a form filled in, to take away"),
    Entry(READS, "console_registers_", _registers("index", "inspect"), "registers are read"),
    Entry(
        CLOSED,
        "console_registers_",
        _registers("create", "edit", "delete"),
        "nobody writes a register by hand",
    ),
    Entry(READS, "console_entries_", _entries("index", "inspect", "history"), "a plugin's register is read"),
    Entry(
        HOUSE,
        "console_entries_",
        _entries("create", "edit", "close"),
        "its keepers write it, where its plugin is in force; what names an entry lapses",
    ),
    Entry(READS, "entries:", "search", "what may be chosen in the editor"),
    Entry(READS, "releases:", "overview", "what goes out when"),
    Entry(
        GOVERNED, "releases:", "release recall take_down", "steers what was signed; takes down with a reason"
    ),
    Entry(READS, "review:", "print", "the sheet that is signed on paper"),
    Entry(GOVERNED, "review:", "scan", "a paper approval's scan, confirmed by a second person"),
    Entry(GOVERNED, "emergencies:", "call number review", "telephone consent and the second review"),
    Entry(READS, "pushes:", "index preview", "pushes as they stand"),
    Entry(DRAFTS, "pushes:", "new edit", "a push in the making; it goes out by its own signature"),
    Entry(HOUSE, "programs:", "tokens", "stops a program of somebody's, with a reason"),
    Entry(HOUSE, "doors:", "administer factor here own password", "sign-in, second factor, sessions"),
    Entry(HOUSE, "", "doors_code", "the second factor at sign-in"),
    # Pages.
    Entry(
        DRAFTS,
        "wagtailadmin_pages:",
        "add edit revisions_revert",
        "the editor; its publish button does nothing",
    ),
    Entry(
        DRAFTS,
        "wagtailadmin_pages:",
        "delete move_confirm",
        "drafts alone: what is public is taken down first",
    ),
    Entry(
        READS,
        "wagtailadmin_pages:",
        "preview_on_add preview_on_edit type_use type_use_results choose_parent usage view_draft add_subpage move"
        " search search_results revisions_index revisions_view revisions_compare history history_results"
        " workflow_history workflow_history_detail confirm_workflow_cancellation",
        "screens that show",
    ),
    Entry(GOVERNED, "wagtailadmin_pages:", "unpublish", "takes down, by those with that duty"),
    Entry(
        CLOSED, "wagtailadmin_pages:", "convert_alias copy", "no aliases, and a copy would hide its writers"
    ),
    Entry(
        CLOSED,
        "wagtailadmin_pages:",
        "workflow_action collect_workflow_action_data workflow_preview revisions_unschedule",
        "Wagtail's own chain and schedule are off",
    ),
    Entry(CLOSED, "wagtailadmin_pages:", "set_privacy set_page_position lock", "nobody's right"),
    Entry(DRAFTS, "wagtailadmin_pages:", "unlock", "of a draft"),
    # Posts.
    Entry(
        DRAFTS,
        "wagtailsnippets_publishing_post:",
        "add edit delete revisions_revert lock unlock",
        "the editor",
    ),
    Entry(
        READS,
        "wagtailsnippets_publishing_post:",
        "list list_results usage history history_results preview_on_add preview_on_edit revisions_view"
        " revisions_compare",
        "screens that show",
    ),
    Entry(
        CLOSED,
        "wagtailsnippets_publishing_post:",
        "unpublish",
        "the signing screen takes down, with a reason",
    ),
    Entry(CLOSED, "wagtailsnippets_publishing_post:", "revisions_unschedule", "nothing is scheduled here"),
    Entry(
        READS,
        "wagtailsnippetchoosers_publishing_post:",
        "choose choose_results chosen chosen_multiple create",
        "choosers; nothing is made in one",
    ),
    Entry(READS, "wagtailsnippets:", "index", "a list"),
    # The site's arrangement: host, first page, foot, redirections.
    Entry(
        DRAFTS,
        "wagtailsnippets_portal_arrangement:",
        "add edit delete revisions_revert",
        "signed like content",
    ),
    Entry(
        READS,
        "wagtailsnippets_portal_arrangement:",
        "list list_results usage history history_results revisions_compare",
        "screens that show",
    ),
    Entry(
        CLOSED,
        "wagtailsnippets_portal_arrangement:",
        "unpublish revisions_unschedule",
        "a site keeps its arrangement",
    ),
    Entry(
        READS,
        "wagtailsnippetchoosers_portal_arrangement:",
        "choose choose_results chosen chosen_multiple create",
        "choosers; nothing is made in one",
    ),
    # The admin's own API.
    Entry(
        READS,
        "wagtailadmin_api:",
        "pages:listing pages:detail pages:find documents:listing documents:detail documents:find images:listing"
        " images:detail images:find",
        "what the explorer asks",
    ),
    Entry(GOVERNED, "wagtailadmin_api:", "pages:action", "tried action by action in test_admin_api.py"),
    Entry(DRAFTS, "wagtail", "_bulk_action", "tried action by action in test_bulk_actions.py"),
    # Wagtail's chain: nobody's.
    Entry(
        CLOSED,
        "wagtailadmin_workflows:",
        "index index_results add enable disable edit usage usage_results remove add_task select_task_type task_index"
        " task_index_results edit_task disable_task enable_task",
        "Wagtail's workflows decide nothing here",
    ),
    Entry(
        READS,
        "wagtailadmin_workflows:",
        "task_chooser task_chooser_results task_chooser_create task_chosen",
        "choosers of what decides nothing",
    ),
    # Screens that show.
    Entry(
        READS,
        "wagtailadmin_",
        "home explore_root explore explore_results choose_page choose_page_child choose_page_search"
        " choose_page_chosen_multiple choose_page_external_link choose_page_email_link choose_page_phone_link"
        " choose_page_anchor_link tag_autocomplete tag_model_autocomplete block_preview sprite javascript_catalog"
        " error_test",
        "screens that show",
    ),
    Entry(
        READS,
        "wagtailadmin_reports:",
        "locked_pages locked_pages_results workflow workflow_results workflow_tasks workflow_tasks_results"
        " site_history site_history_results aging_pages aging_pages_results page_types_usage"
        " page_types_usage_results",
        "reports",
    ),
    Entry(READS, "wagtail_modeladmin:", "javascript_catalog", "words for scripts"),
    Entry(READS, "wagtailembeds:", "chooser chooser_upload", "a chooser"),
    Entry(READS, "", "admin/test404/ admin/^.*/$", "not found"),
    # The person's own.
    Entry(
        HOUSE,
        "wagtailadmin_",
        "account logout login dismissibles password_reset password_reset_done password_reset_confirm"
        " password_reset_complete",
        "the person's own",
    ),
    Entry(HOUSE, "wagtailadmin_editing_sessions:", "ping release", "who is at which screen"),
    # People.
    Entry(READS, "wagtailusers_users:", "index index_results history history_results usage", "lists"),
    Entry(HOUSE, "wagtailusers_users:", "add edit delete copy", "accounts; rights come from posts alone"),
    Entry(READS, "wagtailusers_groups:", "index index_results history history_results usage", "lists"),
    Entry(HOUSE, "wagtailusers_groups:", "add edit delete", "groups give nobody a right"),
    Entry(READS, "wagtailusers_api_tokens:", "index index_results history history_results usage", "lists"),
    Entry(HOUSE, "wagtailusers_api_tokens:", "add edit delete", "a writer's own tokens"),
    # Files.
    Entry(
        READS,
        "wagtailimages:",
        "index index_results url_generator url_generator_output preview image_usage",
        "screens that show",
    ),
    Entry(
        HOUSE,
        "wagtailimages:",
        "add edit delete add_multiple edit_multiple delete_multiple create_multiple_from_uploaded_image"
        " delete_upload_multiple",
        "what somebody signed stays as it is",
    ),
    Entry(
        HOUSE,
        "wagtailimages_chooser:",
        "choose choose_results chosen chosen_multiple create select_format",
        "a chooser that may upload",
    ),
    Entry(READS, "wagtaildocs:", "index index_results document_usage", "screens that show"),
    Entry(
        HOUSE,
        "wagtaildocs:",
        "add edit delete add_multiple edit_multiple delete_multiple create_multiple_from_uploaded_document"
        " delete_upload_multiple",
        "what somebody signed stays as it is",
    ),
    Entry(
        HOUSE,
        "wagtaildocs_chooser:",
        "choose choose_results chosen chosen_multiple create",
        "a chooser that may upload",
    ),
    Entry(HOUSE, "wagtailadmin_collections:", "index add edit delete set_privacy", "folders of files"),
    # What stands around every page.
    Entry(READS, "wagtailsites:", "index index_results history history_results usage", "lists"),
    Entry(
        CLOSED, "wagtailsites:", "add edit delete copy", "hosts and the first page are signed like content"
    ),
    Entry(CLOSED, "wagtailsettings:", "edit preview_on_edit", "what every page shows is signed like content"),
    # The public's.
    Entry(
        READS,
        "",
        "wagtail_serve wagtailcore_authenticate_with_password wagtailcore_login wagtaildocs_serve"
        " wagtaildocs_authenticate_with_password public_attachment portal:accounts portal:robots"
        " portal:rules portal:rule_book ^media/(?P<path>.*)$",
        "what citizens open",
    ),
    Entry(HOUSE, "portal:", "consult", "a citizen's question is taken in and shown to nobody outside"),
)

# Wagtail's own stumbling over a form that nobody sends; nothing is written.
STUMBLES = {
    "wagtailadmin_error_test": "made to fail",
    "wagtailadmin_choose_page_external_link": "reads a field that a form without an address lacks",
    "wagtailsnippetchoosers_publishing_post:create": "a chooser without a form for making",
    "wagtailsnippetchoosers_portal_arrangement:create": "the same",
}


def kinds() -> dict[str, Kind]:
    """The kind of each address by its full name."""
    return {name: entry.kind for entry in TABLE for name in entry.each()}
