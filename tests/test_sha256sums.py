"""Lists of digests are read as `sha256sum` writes them."""

from auditdocs.sha256sums import recorded_digests, with_digests

ONE, TWO = "1" * 64, "2" * 64


def test_a_list_names_the_files_of_its_folder() -> None:
    texts = {"records/customers/C0001/attachments/SHA256SUMS": f"{ONE}  a.pdf\n{TWO} *photos/b c.jpg\n"}
    assert recorded_digests(texts) == {
        "records/customers/C0001/attachments/a.pdf": ONE,
        "records/customers/C0001/attachments/photos/b c.jpg": TWO,
    }


def test_line_ends_of_windows_and_a_leading_dot_make_no_difference() -> None:
    assert recorded_digests({"x/SHA256SUMS": f"{ONE}  ./a.pdf\r\n"}) == {"x/a.pdf": ONE}


def test_what_is_not_a_line_of_sha256sum_counts_as_missing() -> None:
    assert recorded_digests({"x/SHA256SUMS": f"# ours\n{ONE[:-1]}  short.pdf\n{ONE} one-blank.pdf\n\n"}) == {}


def test_a_new_digest_is_put_in_its_place_and_an_old_one_is_renewed() -> None:
    assert with_digests(f"{ONE}  b.pdf\n", {"a.jpg": TWO}) == f"{TWO}  a.jpg\n{ONE}  b.pdf\n"
    assert with_digests(f"{ONE}  b.pdf\n", {"b.pdf": TWO}) == f"{TWO}  b.pdf\n"
